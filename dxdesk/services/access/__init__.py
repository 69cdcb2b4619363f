"""Who is at the desk: one person without a password, or everyone with their own."""
