-- The tools whose signed reports of erased phones a leader may accept: blancco phonecheck m360.
ALTER TABLE erasure_policy ADD COLUMN IF NOT EXISTS phone_tools VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
