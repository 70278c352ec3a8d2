#include "server/ledger/group.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "db/command_store.h"
#include "db/counter_store.h"
#include "db/entity_store.h"
#include "db/event_store.h"
#include "db/feed_store.h"
#include "db/location_store.h"
#include "db/transaction.h"
#include "server/domain/canonical.h"
#include "server/domain/refusals.h"
#include "server/ledger/group_world.h"
#include "server/ledger/unheard.h"
#include "server/proof/chain.h"

namespace remise::ledger {
namespace {

using namespace domain;

struct Answer {
    Digest content;
    CommandReply reply;
};

/// A reply that somebody has made unreadable is a fault of that one command's.
CommandReply storedReply(const db::StoredCommand& command) {
    try {
        if (auto reply = replyFrom(readCanonical(command.reply))) return std::move(*reply);
    } catch (const NotCanonical& trouble) {
        std::cerr << "command " << command.id.text() << ": " << trouble.what() << '\n';
    }
    const Refusal fault(refusals::internalFault, {{"trace", command.id.text()}});
    return {command.id, false, std::string(fault.code()), fault.text(Language::french), {}};
}

class Group {
public:
    Group(db::Connection& connection, Codes& codes, const std::vector<const Submission*>& submissions,
          Known known, const std::function<Milliseconds()>& now)
        : m_connection(connection),
          m_submissions(submissions),
          m_known(known),
          m_clock(now),
          m_world(connection, codes, m_now) {}

    std::vector<CommandReply> commit(std::size_t& events) {
        db::Transaction transaction(m_connection);
        load();
        m_now = m_clock();  // not before: what was waited for was recorded earlier
        std::vector<CommandReply> replies;
        for (const Submission* submission : m_submissions)
            replies.push_back(answer(*submission));
        store();
        transaction.commit();
        events = m_events.size();
        return replies;
    }

private:
    /// Entities first, known commands after: whoever waited for a lock then sees what its holder has
    /// committed.
    void load() {
        std::vector<const Command*> commands;
        std::vector<Uuid> ids;
        for (const Submission* submission : m_submissions) {
            if (!submission->refusedBefore) commands.push_back(&submission->command);
            if (m_known == Known::lookedFor) ids.push_back(submission->command.id);
            if (submission->command.after) ids.push_back(*submission->command.after);
        }
        m_world.load(commands);
        for (const db::StoredCommand& known : db::findCommands(m_connection, ids))
            m_answers.emplace(known.id, Answer{known.content, storedReply(known)});
    }

    CommandReply answer(const Submission& submission) {
        const Uuid& id = submission.command.id;
        if (const auto known = m_answers.find(id); known != m_answers.end()) {
            const bool isSame = known->second.content == submission.content;
            CommandReply reply =
                isSame ? known->second.reply : refused(submission, Refusal(refusals::idReused));
            if (submission.command.isLate && !reply.accepted) m_againLate.push_back({&submission, reply});
            return reply;
        }
        CommandReply reply = decideOne(submission);
        m_answers.emplace(id, Answer{submission.content, reply});
        m_new.push_back({&submission, reply});
        return reply;
    }

    CommandReply decideOne(const Submission& submission) {
        const Command& command = submission.command;
        if (command.after) {
            const auto before = m_answers.find(*command.after);
            if (before == m_answers.end() || !before->second.reply.accepted)
                return refused(submission, Refusal(refusals::dependsOn));
        }
        if (submission.refusedBefore) return refused(submission, *submission.refusedBefore);
        m_world.loadFor(command);
        auto decision = decide(command, submission.sender.author, m_now, m_world);
        if (!decision) return refused(submission, decision.refusal());
        chain(*decision);
        const auto primary = decision->primary;
        m_world.accept(*decision);
        return {command.id, true, "", "", viewOf(*m_world.find(primary.first, primary.second))};
    }

    CommandReply refused(const Submission& submission, const Refusal& refusal) {
        CommandReply reply{submission.command.id,
                           false,
                           std::string(refusal.code()),
                           refusal.text(submission.sender.language),
                           {}};
        if (const KindRow* row = kindNamed(submission.command.kind))
            if (const Entity* subject = m_world.find(row->subject, submission.command.subject))
                reply.subject = viewOf(*subject);
        return reply;
    }

    /// Binds the decision's events to the histories they continue. Their data is kept as its bytes only.
    void chain(Decision& decision) {
        std::map<GroupWorld::Key, Digest> heads;
        for (Decision::Step& step : decision.steps) {
            const GroupWorld::Key key{step.subject, step.code};
            Entity& after = decision.entities.at(key);
            const auto head = heads.try_emplace(key, after.head).first;
            db::StoredEvent stored;
            stored.subject = step.subject;
            stored.entity = after.id;
            stored.canonicalData = canonicalJson(step.event.data);
            step.event.data = {};
            stored.event = step.event;
            stored.hash = proof::eventHash(head->second, proof::entityName(step.subject, step.code),
                                           stored.event, stored.canonicalData);
            head->second = stored.hash;
            m_events.push_back(std::move(stored));
        }
        for (const auto& [key, head] : heads) {
            decision.entities.at(key).head = head;
            m_changed.insert(key);
        }
    }

    void store() {
        std::vector<db::StoredCommand> commands;
        std::vector<Uuid> refusedOnes;
        for (const auto& [submission, reply] : m_new) {
            const Command& command = submission->command;
            commands.push_back(
                {command.id,
                 submission->content,
                 submission->sender.id,
                 command.at,
                 submission->correctedAt ? submission->correctedAt : std::min(command.at, m_now),
                 m_now,
                 canonicalJson(toValue(reply)),
                 {}});
            db::StoredCommand& stored = commands.back();
            stored.hash = proof::commandHash({stored.id, stored.content, stored.sender, stored.claimedAt,
                                              stored.correctedAt, stored.recordedAt, stored.reply});
            if (!reply.accepted) refusedOnes.push_back(command.id);
            if (reply.accepted && submission->note)
                db::saveNote(m_connection, command.id, *submission->note, command.at);
        }
        db::appendCommands(m_connection, commands);
        storeReviews();
        storeCounters();
        std::vector<const db::StoredEvent*> all;
        for (const Subject subject : everySubject) {
            std::vector<const db::StoredEvent*> events;
            for (const db::StoredEvent& event : m_events)
                if (event.subject == subject) events.push_back(&event);
            db::appendEvents(m_connection, subject, events);
            all.insert(all.end(), events.begin(), events.end());
            std::vector<const Entity*> changed;
            for (const auto& key : m_changed)
                if (key.first == subject) changed.push_back(m_world.find(key.first, key.second));
            db::saveEntities(m_connection, subject, changed, m_now);
        }
        db::leaveInInbox(m_connection, all, refusedOnes);
    }

    /// With the refusals themselves, so that neither is there without the other.
    void storeReviews() {
        std::vector<db::Review> reviews;
        for (const auto& [submission, reply] : m_new)
            if (isUnheard(*submission, reply)) reviews.push_back(reviewOf(*submission, reply, m_now));
        std::vector<Uuid> again;
        for (const auto& [submission, reply] : m_againLate)
            again.push_back(submission->command.id);
        std::map<Uuid, db::StoredCommand> first;
        for (db::StoredCommand& command : db::readCommands(m_connection, again))
            first.emplace(command.id, std::move(command));
        for (const auto& [submission, reply] : m_againLate) {
            db::Review& review = reviews.emplace_back(reviewOf(*submission, reply, m_now));
            if (const auto found = first.find(review.command); found != first.end()) {
                review.correctedAt = found->second.correctedAt;
                review.recordedAt = found->second.recordedAt;
            }
        }
        db::saveReviews(m_connection, reviews);
    }

    void storeCounters() {
        std::map<Uuid, std::int64_t> highest;
        for (const auto& [submission, reply] : m_new)
            if (const auto counter = submission->command.counter) {
                std::int64_t& known = highest[submission->sender.id];
                known = std::max(known, *counter);
            }
        db::raiseCounters(m_connection, highest);
    }

    db::Connection& m_connection;
    const std::vector<const Submission*>& m_submissions;
    const Known m_known;
    const std::function<Milliseconds()>& m_clock;
    Milliseconds m_now = 0;
    GroupWorld m_world;
    std::map<Uuid, Answer> m_answers;
    std::vector<std::pair<const Submission*, CommandReply>> m_new;
    std::vector<std::pair<const Submission*, CommandReply>> m_againLate;  ///< refused before
    std::vector<db::StoredEvent> m_events;
    std::set<GroupWorld::Key> m_changed;
};

}  // namespace

std::vector<CommandReply> commitGroup(db::Connection& connection, Codes& codes,
                                      const std::vector<const Submission*>& submissions, Known known,
                                      const std::function<Milliseconds()>& now, std::size_t& events) {
    return Group(connection, codes, submissions, known, now).commit(events);
}

}  // namespace remise::ledger
