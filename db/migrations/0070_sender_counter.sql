-- The highest number that each sender has given to a command. A new command with no higher one comes from a sender
-- that was restored from an old copy of itself.
CREATE TABLE IF NOT EXISTS sender_counter (
    sender BINARY(16) NOT NULL PRIMARY KEY,
    highest BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
