"""What the page is made of beside data: template, scripts, style sheet, colours and shapes."""
