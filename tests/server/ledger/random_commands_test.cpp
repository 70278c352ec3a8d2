#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <thread>

#include "db/event_store.h"
#include "server/domain/canonical.h"
#include "server/domain/ways.h"
#include "server/ledger/replay.h"
#include "server/ledger/verify.h"
#include "tests/server/domain/random_values.h"
#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;
using namespace remise::domain;
using test::LedgerFixture;
namespace sets = boost::unit_test::data;

namespace {

/// People who do anything to anything: mostly what the table knows, often what cannot be.
class Crowd {
public:
    Crowd(LedgerFixture& ledger, unsigned seed) : m_ledger(ledger), m_random(seed) {}

    std::vector<std::string> units, drives, containers, requests;
    std::map<std::string, std::string> stages;  ///< where each stands, as far as it was told

    ledger::Submission anything() {
        const KindRow* fitting = nullptr;
        std::string on;
        // Three times in four, what the table allows where the thing stands.
        for (int tries = m_random.below(4) != 0 ? 200 : 1; tries > 0; --tries) {
            fitting = &kinds()[m_random.below(kinds().size())];
            on = subject(*fitting);
            const auto stage = stages.find(on);
            if (startsFrom(*fitting, fitting->subject, stage == stages.end() ? "" : stage->second)) break;
        }
        const KindRow& row = *fitting;
        Command command = LedgerFixture::command(row.name, on, data(row));
        if (m_random.below(20) == 0) command.kind = m_random.text();
        if (m_random.below(20) == 0) command.subject = m_random.text();
        if (m_random.below(10) == 0) command.expects = static_cast<std::int64_t>(m_random.below(9));
        if (m_random.below(10) == 0 && !m_sent.empty()) command.after = m_sent[m_random.below(m_sent.size())];
        if (m_random.below(12) == 0 && !m_sent.empty()) command.id = m_sent[m_random.below(m_sent.size())];
        m_sent.push_back(command.id);
        return LedgerFixture::submission(std::move(command), author(row));
    }

private:
    std::string anyOf(const std::vector<std::string>& codes) {
        return codes.empty() || m_random.below(30) == 0 ? "BCDFGHJR" : codes[m_random.below(codes.size())];
    }

    std::string subject(const KindRow& row) {
        switch (row.subject) {
            case Subject::unit:
                return row.from == "-" ? "" : anyOf(units);
            case Subject::drive:
                return anyOf(drives);
            case Subject::container:
                return row.from == "-" ? "" : anyOf(containers);
            case Subject::request:
                return row.from == "-" ? "" : anyOf(requests);
        }
        return "";
    }

    Author author(const KindRow& row) {
        Author author = m_ledger.leader;
        if (m_random.below(4) == 0) author = m_ledger.worker;
        if (!row.roles.contains(author.role)) author = m_ledger.office;
        author.pinChecked = m_random.below(4) != 0;
        author.site = m_random.below(8) ? "bocage" : "lyon";
        if (m_random.below(4) != 0) author.second = m_ledger.colleague.lastingActor;
        return author;
    }

    Value data(const KindRow& row) {
        if (m_random.below(25) == 0) return m_random.value();
        Value value = Value::Object{};
        for (const Field& field : fieldsOf(row))
            if (field.required || m_random.below(3) == 0) value[field.name] = content(row, field);
        if (m_random.below(25) == 0) value[m_random.text()] = m_random.value(2);
        return value;
    }

    Value content(const KindRow& row, const Field& field) {
        if (m_random.below(40) == 0) return m_random.value(2);
        const std::string_view type = field.type;
        if (type == "unit") return anyOf(units);
        if (type == "drive") return anyOf(drives);
        if (type == "container") return anyOf(containers);
        if (type == "location") return m_ledger.shelf;
        if (type == "request") return anyOf(requests);
        if (type == "bool") return m_random.below(2) == 1;
        if (type == "uuid") return Uuid::v4().text();
        if (type == "text")
            return field.name == "tracking" ? "GLS12345678" : "S" + std::to_string(m_random.below(9));
        if (type == "word") return word(field.name);
        if (type == "object") return object(field.name);
        if (type == "list") return list(row, field.name);
        if (const auto dots = type.find(".."); dots != type.npos)
            return std::int64_t{std::stoll(std::string(type.substr(0, dots)))} +
                   static_cast<std::int64_t>(m_random.below(3));
        std::vector<std::string> words(1);
        for (const char c : type)
            c == '|' ? words.emplace_back() : words.back() += c;
        return words[m_random.below(words.size())];
    }

    std::string word(std::string_view field) {
        if (field == "site") return m_random.below(8) ? "bocage" : "lyon";
        if (field == "category") return m_random.below(8) ? "laptop" : "screen";
        return field == "product" ? "LAP-B" : "w" + std::to_string(m_random.below(5));
    }

    Value object(std::string_view field) {
        if (field == "hardware" && m_random.below(5) == 0) return Value::Object{{"odd", m_random.value(2)}};
        if (field == "hardware") return Value::Object{{"maker", "Dell"}, {"memory_mb", 8192}};
        if (field == "label") return Value::Object{{"asked", false}};
        if (field == "tests" && m_random.below(3)) return LedgerFixture::allTestsPass()["tests"];
        if (field == "tests") return Value::Object{{"webcam", "fail"}};
        return Value::Object{{"webcam", "dead"}};
    }

    Value list(const KindRow& row, std::string_view field) {
        if (field == "lines" && row.subject == Subject::request)
            return Value::Array{
                Value::Object{{"product", "LAP-B"}, {"quantity", static_cast<int>(m_random.below(3))}}};
        if (field == "lines" || field == "parts")
            return Value::Array{Value::Object{{"category", "phone"},
                                              {"count", static_cast<int>(m_random.below(6))},
                                              {"grams", static_cast<int>(m_random.below(900))}}};
        if (field == "units") return Value::Array{anyOf(units), anyOf(units)};
        if (field == "void") return Value::Array{m_random.below(2) ? "erased" : "tested"};
        if (field == "tests") return Value::Array{"webcam"};
        if (field == "accessories") return Value::Array{"charger"};
        if (field == "drives") return Value::Array{Value::Object{{"drive", anyOf(drives)}}};
        if (field != "facts") return Value::Array{m_random.value(2)};
        Value::Array facts;
        static constexpr std::string_view tools[] = {"record_test",  "clean",          "record_inventory",
                                                     "attach_drive", "record_erasure", "sort"};
        for (std::size_t n = 1 + m_random.below(3); n > 0; --n) {
            const KindRow& tool = *kindNamed(tools[m_random.below(std::size(tools))]);
            facts.push_back(Value::Object{{"kind", tool.name}, {"data", data(tool)}});
        }
        return facts;
    }

    LedgerFixture& m_ledger;
    test::RandomValues m_random;
    std::vector<Uuid> m_sent;
};

/// Every accepted answer of the whole run, by what it says of an entity at a version.
class Answers {
public:
    void add(const ledger::Submission& submission, const CommandReply& reply) {
        const KindRow* row = kindNamed(submission.command.kind);
        if (!reply.accepted || !row) return;
        ++accepted;
        m_views.emplace(std::pair{row->subject, reply.subject->code}, *reply.subject);
    }

    /// Replays each history and holds every answer to the entity as it was at that version.
    void check(LedgerFixture& ledger) const {
        const auto connection = ledger.database.pool().take();
        for (const auto& [key, view] : m_views) {
            const Entity now = ledger.entity(key.first, key.second);
            ledger::Replay replay(key.first, now.id, now.code);
            for (const auto& event : db::readEvents(*connection, key.first, now.id)) {
                if (replay.entity().version == view.version) break;
                BOOST_REQUIRE(!replay.add(event));
            }
            const SubjectView then = viewOf(replay.entity());
            BOOST_TEST(then.version == view.version);
            BOOST_TEST(then.stage == view.stage);
            BOOST_TEST(then.next == view.next);
        }
    }

    std::size_t accepted = 0;

private:
    std::multimap<std::pair<Subject, std::string>, SubjectView> m_views;
};

/// Every event is one that the table knows, from where its thing stood.
void holdToTheTable(LedgerFixture& ledger) {
    const auto connection = ledger.database.pool().take();
    for (const Subject subject : everySubject) {
        std::map<std::uint64_t, std::string> stages;
        for (const auto& stored : db::readEventsAfter(*connection, subject, 0, 0, 1'000'000)) {
            std::string& stage = stages[stored.entity];
            BOOST_TEST(isWay(subject, stored.event.kind, stage, stored.event.stageAfter),
                       stored.event.kind << " from " << stage << " to " << stored.event.stageAfter);
            const Value data = readCanonical(stored.canonicalData);
            for (const auto& [name, value] : data.object())
                BOOST_TEST(!value.isNull(), stored.event.kind << " has a null " << name);
            stage = stored.event.stageAfter;
        }
    }
}

void learn(Crowd& crowd, const ledger::Submission& submission, const CommandReply& reply) {
    if (reply.subject) crowd.stages[reply.subject->code] = reply.subject->stage;
    if (!reply.accepted) return;
    const std::string& kind = submission.command.kind;
    if (kind == "receive") crowd.units.push_back(reply.subject->code);
    if (kind == "open_container") crowd.containers.push_back(reply.subject->code);
    if (kind == "submit") crowd.requests.push_back(reply.subject->code);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(random_commands_test, LedgerFixture)

BOOST_DATA_TEST_CASE_F(LedgerFixture, whatever_people_send_the_ledger_stays_whole_and_answers_true,
                       sets::make({1u, 2u, 3u}), seed) {
    Crowd crowd(*this, seed);
    for (const auto* stage : {"received", "in_work", "controlled", "in_stock", "in_stock"}) {
        crowd.units.push_back(laptopAt(stage));
        crowd.drives.push_back(driveOf(crowd.units.back()));
    }
    Answers answers;
    for (int round = 0; round < 60; ++round) {
        std::vector<ledger::Submission> batch;
        for (int i = 0; i < 25; ++i)
            batch.push_back(crowd.anything());
        const auto sent = batch;
        const auto replies = writer->submit(std::move(batch));
        BOOST_REQUIRE(replies.ok());
        for (std::size_t i = 0; i < sent.size(); ++i) {
            BOOST_REQUIRE_NE(replies.value()[i].refusalCode, "internal_fault");
            answers.add(sent[i], replies.value()[i]);
            learn(crowd, sent[i], replies.value()[i]);
        }
    }
    BOOST_TEST(answers.accepted > 350u);  // or the crowd only babbles
    const auto report = ledger::verify(database.pool());
    for (const auto& fault : report.faults)
        BOOST_ERROR(fault);
    answers.check(*this);
    holdToTheTable(*this);
}

BOOST_AUTO_TEST_CASE(two_committers_with_the_same_hot_units_keep_every_history_whole) {
    std::vector<std::string> units, drives;
    for (int i = 0; i < 4; ++i) {
        units.push_back(laptopAt("in_stock"));
        drives.push_back(driveOf(units.back()));
    }
    std::vector<std::thread> people;
    std::vector<std::exception_ptr> failures(8);
    for (unsigned p = 0; p < failures.size(); ++p)
        people.emplace_back([&, p] {
            Crowd crowd(*this, 100 + p);
            crowd.units = units;
            crowd.drives = drives;
            try {
                for (int i = 0; i < 60; ++i) {
                    std::vector<ledger::Submission> batch;
                    for (int n = 0; n < 3; ++n)
                        batch.push_back(crowd.anything());
                    const auto replies = writer->submit(std::move(batch));
                    if (!replies) throw std::runtime_error("too many wait");
                    for (const CommandReply& reply : replies.value())
                        if (reply.refusalCode == "internal_fault")
                            throw std::runtime_error(reply.refusalMessage);
                }
            } catch (...) {
                failures[p] = std::current_exception();
            }
        });
    for (auto& one : people)
        one.join();
    for (const auto& failure : failures)
        if (failure) std::rethrow_exception(failure);
    const auto report = ledger::verify(database.pool());
    for (const auto& fault : report.faults)
        BOOST_ERROR(fault);
}

BOOST_AUTO_TEST_SUITE_END()
