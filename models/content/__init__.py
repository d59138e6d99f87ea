"""What the application says: resources/content as typed records, each file read when it is first needed."""
