-- What tools said about machines, byte for byte. `id` is that of the command it came with, if it came with one;
-- `unit` the one it was sent for, `reply` what was answered once it was in the ledger.
CREATE TABLE IF NOT EXISTS inventory (
    id BINARY(16) NOT NULL,
    site VARCHAR(64) NOT NULL,
    unit CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    received_at BIGINT NOT NULL,
    sender BINARY(16) NOT NULL,
    format VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    refusal VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    sha256 BINARY(32) NOT NULL,
    serial VARCHAR(255) NULL,
    summary TEXT NOT NULL,
    reply MEDIUMTEXT NULL,
    body MEDIUMBLOB NOT NULL,
    PRIMARY KEY (id),
    KEY inventory_state (state, received_at),
    KEY inventory_sha256 (sha256),
    KEY inventory_unit (unit),
    KEY inventory_serial (serial)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
