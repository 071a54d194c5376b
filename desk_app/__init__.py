"""物业前台: the front desk of an office tower."""
