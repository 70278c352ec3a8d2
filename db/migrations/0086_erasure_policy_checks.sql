-- How many in a hundred of the drives that were erased another person has to check.
ALTER TABLE erasure_policy ADD COLUMN IF NOT EXISTS checks_percent INT NOT NULL DEFAULT 20
