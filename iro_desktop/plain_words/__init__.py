"""Write for the child: what in a text is hard, unkind, vague or unsafe to send, and why."""
