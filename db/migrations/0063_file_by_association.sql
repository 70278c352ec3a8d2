-- What an association keeps is summed up at each file it sends.
CREATE INDEX IF NOT EXISTS file_by_association ON file (association)
