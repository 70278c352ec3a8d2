-- Logs of erasures, byte for byte: evidence that a recorded erasure may name by its id.
CREATE TABLE IF NOT EXISTS erasure_report (
    id BINARY(16) NOT NULL,
    site VARCHAR(64) NOT NULL,
    unit CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    received_at BIGINT NOT NULL,
    sender BINARY(16) NOT NULL,
    actor BINARY(16) NOT NULL,
    state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    refusal VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    sha256 BINARY(32) NOT NULL,
    reply MEDIUMTEXT NULL,
    body MEDIUMBLOB NOT NULL,
    PRIMARY KEY (id),
    KEY erasure_report_state (state, received_at),
    KEY erasure_report_unit (unit)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
