"""The statutory return of children looked after (SSDA903): its tables, codes and checks."""
