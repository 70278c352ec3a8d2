#pragma once

#include "tests/server/ledger/ledger_fixture.h"

namespace remise::bench {

/// A large ledger that is whole in every hash: one laptop goes its whole way through the writer, and its
/// events, commands and rows are then written again and again under other codes, faster than anybody scans.
class VolumeLedger : public test::LedgerFixture {
public:
    explicit VolumeLedger(std::size_t units);

private:
    struct History;
    struct Pattern;
    void copy(const Pattern&, std::size_t count);
    void copyHistory(const History&, const std::map<std::string, std::string>& codes,
                     const std::map<domain::Uuid, domain::Uuid>& commands);
    void store();
    struct Rows;
    std::shared_ptr<Rows> m_rows;
};

}  // namespace remise::bench
