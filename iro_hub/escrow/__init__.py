"""The council's own key to sealed pages: made, and used where nobody else can help a child."""
