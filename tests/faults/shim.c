/* What stands between the program and its files in the fault suite (LD_PRELOAD).
 *
 * It does three things with the files under one folder, each switched by a call from tests/faults/shim.py:
 * records every change in order with what was synced when (power cuts), lets the n-th write, read, sync,
 * truncate or open fail, and lets the disk be full after so many bytes. SQLite's own memory-mapped index (-shm) is
 * left alone: it is made anew at every start and never trusted.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 4096
enum { WRITE, READ, SYNC, TRUNCATE, OPEN, KINDS };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static char *names[MOST];
static int log_fd = -1;
static int armed = -1, left, fault_errno, for_ever, half;
static long hits, calls[KINDS];
static long long room = -1;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
    return dlsym(RTLD_NEXT, name);
}

static int watched(const char *path) {
    size_t n = strlen(folder), m = strlen(path);
    if (!n || strncmp(path, folder, n) || (path[n] != '/' && path[n])) return 0;
    return m < 4 || strcmp(path + m - 4, "-shm");
}

static const char *absolute(const char *path, char *out) {
    if (path[0] == '/') return path;
    char here[PATH_MAX];
    if (!getcwd(here, sizeof here)) return path;
    snprintf(out, PATH_MAX, "%.*s/%s", (int)(PATH_MAX / 2), here, path);
    return out;
}

static const char *of(int fd) {
    return fd >= 0 && fd < MOST ? names[fd] : NULL;
}

static void put(const void *data, size_t size) {
    const char *at = data;
    while (size) {
        long done = syscall(SYS_write, log_fd, at, size);
        if (done <= 0) abort(); /* a record with a hole in it would prove nothing */
        at += done;
        size -= (size_t)done;
    }
}

/* One record: kind, then path, number (offset or size) and data, each with its length in front. */
static void record(char kind, const char *path, uint64_t number, const void *data, uint64_t size) {
    if (log_fd < 0) return;
    uint32_t length = (uint32_t)strlen(path);
    put(&kind, 1);
    put(&length, 4);
    put(path, length);
    put(&number, 8);
    put(&size, 8);
    if (size) put(data, size);
}

/* Say whether this call has to fail, and count it. */
static int fails(int kind) {
    calls[kind]++;
    if (armed != kind) return 0;
    if (left > 1) {
        left--;
        return 0;
    }
    if (left < 1 && !for_ever) return 0;
    left = 0;
    hits++;
    return 1;
}

void shim_watch(const char *path) {
    snprintf(folder, sizeof folder, "%s", path);
}

void shim_record(const char *path) {
    pthread_mutex_lock(&lock);
    if (log_fd >= 0) syscall(SYS_close, log_fd);
    log_fd = path && *path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    pthread_mutex_unlock(&lock);
}

void shim_mark(const char *text) {
    pthread_mutex_lock(&lock);
    record('A', text, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
}

void shim_arm(int kind, int nth, int error, int ever, int cut) {
    pthread_mutex_lock(&lock);
    armed = kind, left = nth, fault_errno = error, for_ever = ever, half = cut, hits = 0;
    memset(calls, 0, sizeof calls);
    pthread_mutex_unlock(&lock);
}

long shim_disarm(void) {
    pthread_mutex_lock(&lock);
    armed = -1;
    long found = hits;
    pthread_mutex_unlock(&lock);
    return found;
}

long shim_calls(int kind) {
    return calls[kind];
}

void shim_room(long long bytes) {
    room = bytes;
}

static int take(int fd, const char *path, int flags, int existed) {
    if (fd >= 0 && fd < MOST) {
        free(names[fd]);
        names[fd] = strdup(path);
        if ((flags & O_CREAT) && !existed) record('O', path, 0, NULL, 0);
        else if (flags & O_TRUNC) record('T', path, 0, NULL, 0);
    }
    return fd;
}

static int opened(int (*call)(int, const char *, int, ...), int at, const char *path, int flags, mode_t mode) {
    char buffer[PATH_MAX];
    const char *full = at == AT_FDCWD ? absolute(path, buffer) : path;
    if (!watched(full)) return call(at, path, flags, mode);
    struct stat found;
    pthread_mutex_lock(&lock);
    int existed = !stat(full, &found), fd = -1;
    if (fails(OPEN)) errno = fault_errno;
    else fd = take(call(at, path, flags, mode), full, flags, existed);
    pthread_mutex_unlock(&lock);
    return fd;
}

#define MODE(flags, mode)                       \
    mode_t mode = 0;                            \
    if ((flags) & (O_CREAT | O_TMPFILE)) {      \
        va_list more;                           \
        va_start(more, flags);                  \
        mode = (mode_t)va_arg(more, int);       \
        va_end(more);                           \
    }

int open(const char *path, int flags, ...) {
    MODE(flags, mode)
    return opened(REAL(openat), AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE(flags, mode)
    return opened(REAL(openat), AT_FDCWD, path, flags, mode);
}

int openat(int at, const char *path, int flags, ...) {
    MODE(flags, mode)
    return opened(REAL(openat), at, path, flags, mode);
}

int openat64(int at, const char *path, int flags, ...) {
    MODE(flags, mode)
    return opened(REAL(openat), at, path, flags, mode);
}

int close(int fd) {
    if (of(fd)) {
        pthread_mutex_lock(&lock);
        free(names[fd]);
        names[fd] = NULL;
        pthread_mutex_unlock(&lock);
    }
    return REAL(close)(fd);
}

static ssize_t written(int fd, const void *data, size_t size, off_t at, int positioned) {
    const char *path = of(fd);
    if (!path) return positioned ? REAL(pwrite)(fd, data, size, at) : REAL(write)(fd, data, size);
    pthread_mutex_lock(&lock);
    struct stat before;
    fstat(fd, &before);
    if (!positioned) at = (fcntl(fd, F_GETFL) & O_APPEND) ? before.st_size : lseek(fd, 0, SEEK_CUR);
    ssize_t done = -1;
    int failing = fails(WRITE);
    if (failing && half && size > 1) size = size / 2, failing = 0;
    long long growth = (long long)at + (long long)size - before.st_size;
    if (!failing && room >= 0 && growth > 0) {
        if (growth > room) failing = 2;
        else room -= growth;
    }
    if (failing) errno = failing == 2 ? ENOSPC : fault_errno;
    else done = positioned ? REAL(pwrite)(fd, data, size, at) : REAL(write)(fd, data, size);
    if (done > 0) record('W', path, (uint64_t)at, data, (uint64_t)done);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int fd, const void *data, size_t size) {
    return written(fd, data, size, 0, 0);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    return written(fd, data, size, at, 1);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) {
    return written(fd, data, size, at, 1);
}

/* Copies inside the kernel are refused, so that they come through read and write, where they are seen. */
ssize_t copy_file_range(int in, off_t *from, int out, off_t *to, size_t size, unsigned int flags) {
    if (!of(out)) return REAL(copy_file_range)(in, from, out, to, size, flags);
    errno = EXDEV;
    return -1;
}

ssize_t sendfile(int out, int in, off_t *from, size_t size) {
    if (!of(out)) return ((ssize_t(*)(int, int, off_t *, size_t))real("sendfile"))(out, in, from, size);
    errno = EINVAL;
    return -1;
}

ssize_t sendfile64(int out, int in, off_t *from, size_t size) {
    return sendfile(out, in, from, size);
}

static int read_fails(int fd) {
    if (!of(fd)) return 0;
    pthread_mutex_lock(&lock);
    int failing = fails(READ);
    if (failing) errno = fault_errno;
    pthread_mutex_unlock(&lock);
    return failing;
}

ssize_t read(int fd, void *data, size_t size) {
    return read_fails(fd) ? -1 : REAL(read)(fd, data, size);
}

ssize_t pread(int fd, void *data, size_t size, off_t at) {
    return read_fails(fd) ? -1 : REAL(pread)(fd, data, size, at);
}

ssize_t pread64(int fd, void *data, size_t size, off_t at) {
    return read_fails(fd) ? -1 : REAL(pread)(fd, data, size, at);
}

static int synced(int fd, int (*call)(int)) {
    const char *path = of(fd);
    if (!path) return call(fd);
    pthread_mutex_lock(&lock);
    int done = -1;
    if (fails(SYNC)) errno = fault_errno;
    else {
        struct stat found;
        done = call(fd);
        int directory = !fstat(fd, &found) && S_ISDIR(found.st_mode);
        if (!done) record(directory ? 'D' : 'S', path, 0, NULL, 0);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

int fsync(int fd) {
    return synced(fd, REAL(fsync));
}

int fdatasync(int fd) {
    return synced(fd, REAL(fdatasync));
}

static int truncated(int fd, off_t size) {
    const char *path = of(fd);
    if (!path) return REAL(ftruncate)(fd, size);
    pthread_mutex_lock(&lock);
    int done = -1;
    if (fails(TRUNCATE)) errno = fault_errno;
    else if (!(done = REAL(ftruncate)(fd, size))) record('T', path, (uint64_t)size, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}

int ftruncate(int fd, off_t size) {
    return truncated(fd, size);
}

int ftruncate64(int fd, off_t size) {
    return truncated(fd, size);
}

int unlink(const char *path) {
    char buffer[PATH_MAX];
    const char *full = absolute(path, buffer);
    pthread_mutex_lock(&lock);
    int done = REAL(unlink)(path);
    if (!done && watched(full)) record('U', full, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}

static int renamed(const char *from, const char *to) {
    char a[PATH_MAX], b[PATH_MAX];
    const char *first = absolute(from, a), *second = absolute(to, b);
    pthread_mutex_lock(&lock);
    int done = REAL(rename)(from, to);
    if (!done && watched(first)) record('R', first, 0, second, strlen(second));
    pthread_mutex_unlock(&lock);
    return done;
}

int rename(const char *from, const char *to) {
    return renamed(from, to);
}

int renameat(int at, const char *from, int to_at, const char *to) {
    if (at == AT_FDCWD && to_at == AT_FDCWD) return renamed(from, to);
    return REAL(renameat)(at, from, to_at, to);
}
