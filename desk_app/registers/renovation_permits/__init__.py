"""装修申请与装修许可证: one register from the application (ZX) to the permit (XK) (domain.md F11, F12)."""
