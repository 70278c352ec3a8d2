#pragma once

#include <future>
#include <memory>
#include <vector>

#include "server/ledger/writer.h"

namespace remise::ledger {

/// The commands of one submit: together, in order, one committer's until they are done.
struct Batch {
    std::vector<Submission> submissions;
    std::promise<std::vector<domain::CommandReply>> replies;
};

/// Brings batches into the database: together where it can be, apart where one of them would harm the others.
/// Several threads may use the same one.
class Committer {
public:
    Committer(db::Pool&, Codes&, const Writer::Settings&, const std::function<void()>& committed);

    /// Keeps each batch's promise, or breaks it by what went wrong.
    void commit(const std::vector<std::shared_ptr<Batch>>&);

private:
    using Group = std::vector<const Submission*>;
    bool commitTogether(const std::vector<std::shared_ptr<Batch>>&);
    void commitAlone(Batch&);
    std::vector<domain::CommandReply> commitOneByOne(const Group&);
    std::vector<domain::CommandReply> commitGroup(const Group&);

    db::Pool& m_pool;
    Codes& m_codes;
    const Writer::Settings& m_settings;
    const std::function<void()>& m_committed;
};

}  // namespace remise::ledger
