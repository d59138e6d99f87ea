"""What the page of documents is put together from, and the pages of a document wherever they are shown."""
