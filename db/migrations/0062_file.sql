-- Pictures and documents under the SHA-256 of the bytes that were sent; what is kept is without their metadata.
-- `association` is the sender's, sixteen zeros for the house: who knows a hash does not yet have the right to see.
CREATE TABLE IF NOT EXISTS file (
    sha256 BINARY(32) NOT NULL,
    association BINARY(16) NOT NULL,
    type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sender BINARY(16) NOT NULL,
    received_at BIGINT NOT NULL,
    body MEDIUMBLOB NOT NULL,
    PRIMARY KEY (sha256, association)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
