#include "server/ledger/committer.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <iterator>
#include <thread>

#include "db/error.h"
#include "db/pool.h"
#include "server/domain/refusals.h"
#include "server/ledger/group.h"

namespace remise::ledger {

using domain::CommandReply;

namespace {

/// So often another may have been first with a key; a group of many can meet that more than once.
constexpr int mostTaken = 4;

/// The database cannot be asked now: no command's fault.
bool isAway(const db::Error& error) {
    return error.asksForRetry() || error.isAway();
}

/// A database that cannot do it now may do it later: only what does not fit, or is our own bug, is refused
/// for ever.
bool isNobodysFault(const std::exception& trouble) {
    const auto* error = dynamic_cast<const db::Error*>(&trouble);
    return error && !error->isOfTheData();
}

}  // namespace

Committer::Committer(db::Pool& pool, Codes& codes, const Writer::Settings& settings,
                     const std::function<void()>& committed)
    : m_pool(pool), m_codes(codes), m_settings(settings), m_committed(committed) {
}

/// One transaction, retried whole: after a deadlock, and after a lost connection too, even at COMMIT, because
/// every command is found again by its id. A command is nearly always new, so it is only looked for when its
/// key says otherwise (1062): sent again, or sent to two servers at once. A key that stays taken although the
/// command was looked for is another one.
std::vector<CommandReply> Committer::commitGroup(const Group& group) {
    const auto giveUpAt = std::chrono::steady_clock::now() + m_settings.patience;
    Known known = Known::notExpected;
    for (int tries = 1, taken = 0;; ++tries) {
        try {
            std::size_t events = 0;
            const db::Lease connection = m_pool.take();
            auto replies = ledger::commitGroup(*connection, m_codes, group, known, m_settings.now, events);
            if (events > 0 && m_committed) m_committed();
            return replies;
        } catch (const db::Error& error) {
            const bool mayHelp = error.isDuplicateKey() ? ++taken <= mostTaken : isAway(error);
            if (!mayHelp || std::chrono::steady_clock::now() > giveUpAt) throw;
            known = Known::lookedFor;
            std::this_thread::sleep_for(std::chrono::milliseconds(std::min(tries - 1, 50)));
        }
    }
}

/// All batches in one group; false when one of their commands cannot be stored, which is to harm no other.
bool Committer::commitTogether(const std::vector<std::shared_ptr<Batch>>& batches) {
    Group all;
    for (const auto& batch : batches)
        for (const Submission& submission : batch->submissions)
            all.push_back(&submission);
    try {
        auto replies = commitGroup(all);
        auto next = replies.begin();
        for (const auto& batch : batches)
            batch->replies.set_value({std::make_move_iterator(next),
                                      std::make_move_iterator(next += std::ssize(batch->submissions))});
        return true;
    } catch (const std::exception& trouble) {
        if (isNobodysFault(trouble)) throw;
        return false;
    }
}

/// What cannot be stored is refused, and its refusal stored: nothing is dropped, and a resend hears the same.
std::vector<CommandReply> Committer::commitOneByOne(const Group& group) {
    std::vector<CommandReply> replies;
    for (const Submission* submission : group) {
        try {
            replies.push_back(commitGroup({submission}).front());
        } catch (const std::exception& trouble) {
            if (isNobodysFault(trouble)) throw;
            const std::string id = submission->command.id.text();
            std::cerr << "command " << id << " could not be stored: " << trouble.what() << '\n';
            Submission refused = *submission;
            refused.refusedBefore = domain::Refusal(domain::refusals::internalFault, {{"trace", id}});
            replies.push_back(commitGroup({&refused}).front());
        }
    }
    return replies;
}

void Committer::commitAlone(Batch& batch) {
    std::vector<CommandReply> all;
    for (std::size_t at = 0; at < batch.submissions.size();) {
        Group group;
        while (at < batch.submissions.size() && group.size() < m_settings.groupSize)
            group.push_back(&batch.submissions[at++]);
        std::vector<CommandReply> replies;
        try {
            replies = commitGroup(group);
        } catch (const std::exception& trouble) {
            if (isNobodysFault(trouble)) throw;
            replies = commitOneByOne(group);
        }
        std::move(replies.begin(), replies.end(), std::back_inserter(all));
    }
    batch.replies.set_value(std::move(all));
}

void Committer::commit(const std::vector<std::shared_ptr<Batch>>& batches) {
    try {
        if (batches.size() > 1 && commitTogether(batches)) return;
    } catch (...) {
        // Away, or full: each by itself would wait in vain once more.
        for (const auto& batch : batches)
            batch->replies.set_exception(std::current_exception());
        return;
    }
    for (const auto& batch : batches) {
        try {
            commitAlone(*batch);
        } catch (...) {
            batch->replies.set_exception(std::current_exception());
        }
    }
}

}  // namespace remise::ledger
