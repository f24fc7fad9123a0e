"""What the screens are made of: pages of markdown, live demos, the row of grades."""
