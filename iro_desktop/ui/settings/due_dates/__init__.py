"""What due dates are reckoned with: bank holidays, the council's own rules, and school terms."""
