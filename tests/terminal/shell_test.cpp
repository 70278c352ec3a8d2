#include "terminal/shell.h"

#include <boost/test/unit_test.hpp>
#include <map>

#include "labels/bitmap.h"
#include "server/wire/command_json.h"
#include "tests/terminal/floor.h"
#include "tests/terminal/small_server.h"

using namespace remise::terminal;
using remise::domain::canonicalJson;
using remise::domain::CommandReply;
using remise::domain::Value;

namespace {

/// A printer that remembers what it printed.
class Paper : public remise::drivers::Printer {
public:
    void print(const remise::labels::Bitmap&, std::string_view name) override { printed.emplace_back(name); }
    std::vector<std::string> printed;
};

/// A floor with one terminal and a server that knows one laptop and two badges.
struct Floor {
    SmallServer server;
    Client client{server.url(), remise::domain::Language::french};
    Paper paper;
    Printing printing{client, &paper};
    Shell shell{client, printing};
    std::string next = "sort";
    std::string refuses;
    std::vector<remise::domain::Command> sent;

    Floor() {
        server.answer = [this](const SmallServer::Asked& asked) { return answer(asked); };
        Value::Array procedures;
        for (const std::string& station : floor_of::stations())
            procedures.push_back(floor_of::procedureJson(station));
        shell.takeProcedures(procedures);
    }

    SmallServer::Said answer(const SmallServer::Asked& asked) {
        if (asked.path == "/api/v1/badge" && asked.body.find(floor_of::badge) != std::string::npos)
            return {200, R"({"name":"hirondelle","role":"worker","language":"fr"})"};
        if (asked.path == "/api/v1/badge")
            return {403, R"({"code":"badge_unknown","detail":"Ce badge n'est pas connu."})"};
        if (asked.path == "/api/v1/codes/lease")
            return {200, R"({"codes":[")" + floor_of::otherUnit + R"("],"public_url":"http://here"})"};
        if (asked.path == "/api/v1/units/" + floor_of::unit)
            return {200, canonicalJson(floor_of::laptop(next))};
        if (asked.path == "/api/v1/commands") return take(asked);
        return {404, R"({"code":"not_found","detail":"Rien."})"};
    }

    SmallServer::Said take(const SmallServer::Asked& asked) {
        std::vector<CommandReply> replies;
        const auto commands = remise::wire::readCommands(asked.body, 0);
        for (const auto& read : *commands) {
            sent.push_back(read.command);
            CommandReply reply;
            reply.id = read.command.id;
            reply.accepted = refuses.empty();
            reply.refusalCode = refuses;
            reply.refusalMessage = refuses;
            if (reply.accepted) {
                reply.subject.emplace();
                reply.subject->code = read.command.subject;
                reply.subject->stage = "in_work";
                reply.subject->next = "test";
            }
            replies.push_back(reply);
        }
        return {200, remise::wire::writeReplies(replies)};
    }

    void scan(const std::string& text) { shell.scan(QString::fromStdString(text)); }
    void waitForLayout(const char* layout) {
        waitUntil([&] { return shell.work()->layout() == layout; });
    }
    void signIn(const char* station) {
        scan(floor_of::badge);
        waitUntil([&] { return shell.screen() == "stations"; });
        shell.openStation(station);
    }
    void sortUnit() {
        scan(floor_of::unit);
        waitForLayout("choice");
        for (int answers = 0; answers < 3; ++answers)
            shell.work()->answer(0);
    }
    std::string refusal() { return shell.work()->refusal()["code"].toString().toStdString(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(shell_test)

BOOST_FIXTURE_TEST_CASE(a_known_badge_signs_in_and_a_scan_before_says_so, Floor) {
    scan(floor_of::unit);
    BOOST_TEST(shell.refusal()["code"].toString().toStdString() == "badge_first");
    scan(floor_of::badge);
    waitUntil([&] { return shell.screen() == "stations"; });
    BOOST_TEST(shell.worker().toStdString() == "hirondelle");
    BOOST_TEST(shell.refusal().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(an_unknown_badge_is_told_and_nobody_is_signed_in, Floor) {
    scan(floor_of::otherBadge);
    waitUntil([&] { return !shell.refusal().isEmpty(); });
    BOOST_TEST(shell.refusal()["code"].toString().toStdString() == "badge_unknown");
    BOOST_TEST(shell.screen().toStdString() == "signIn");
}

BOOST_FIXTURE_TEST_CASE(a_mode_card_opens_its_station, Floor) {
    scan(floor_of::badge);
    waitUntil([&] { return shell.screen() == "stations"; });
    scan(floor_of::procedure("sorting")->modeCard);
    BOOST_TEST(shell.stationTitle().toStdString() == "Tri");
    BOOST_TEST(shell.screen().toStdString() == "work");
}

BOOST_FIXTURE_TEST_CASE(a_sorted_unit_is_sent_with_who_and_where, Floor) {
    signIn("sorting");
    sortUnit();
    waitForLayout("result");
    BOOST_REQUIRE(sent.size() == 1);
    BOOST_TEST(sent[0].kind == "sort");
    BOOST_TEST(sent[0].worker == floor_of::badge);
    BOOST_TEST(sent[0].station == "sorting");
    BOOST_TEST(sent[0].subject == floor_of::unit);
    BOOST_TEST(shell.work()->result()["text"].toString().toStdString() == "à tester");
}

BOOST_FIXTURE_TEST_CASE(a_unit_for_another_station_is_refused_with_the_right_one_shown, Floor) {
    next = "erase";
    signIn("sorting");
    scan(floor_of::unit);
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "waits_elsewhere");
    BOOST_TEST(shell.work()->refusal()["expectedText"].toString().toStdString() == "Effacement");
    next = "sort";
    scan(floor_of::unit);
    waitForLayout("choice");
}

BOOST_FIXTURE_TEST_CASE(what_the_server_refuses_is_not_saved_and_can_be_answered_again, Floor) {
    refuses = "unknown_category";
    signIn("sorting");
    sortUnit();
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "unknown_category");
    shell.undo();
    BOOST_TEST(shell.work()->card().toStdString() == "verdict");
    refuses.clear();
    shell.work()->answer(2);
    waitForLayout("result");
    BOOST_TEST(sent.back().data.textOr("verdict") == "recycle");
}

BOOST_FIXTURE_TEST_CASE(undo_after_the_end_takes_the_last_answer_back_on_the_server, Floor) {
    signIn("sorting");
    sortUnit();
    waitForLayout("result");
    shell.undo();
    waitUntil([&] { return sent.size() == 2 && shell.work()->layout() == "result"; });
    BOOST_TEST(sent[1].kind == "undo");
    BOOST_TEST(sent[1].subject == floor_of::unit);
    BOOST_TEST(shell.work()->result()["title"].toString().toStdString() == "C'est annulé");
}

BOOST_FIXTURE_TEST_CASE(the_next_scan_after_a_unit_begins_the_next_unit, Floor) {
    signIn("sorting");
    sortUnit();
    waitForLayout("result");
    scan(floor_of::unit);
    waitForLayout("choice");
    BOOST_TEST(shell.work()->card().toStdString() == "battery");
}

BOOST_FIXTURE_TEST_CASE(a_label_that_is_undone_comes_out_again_with_the_same_code, Floor) {
    waitUntil([&] { return !server.asked.empty(); });
    signIn("reception");
    for (int answer = 0; answer < 3; ++answer)
        shell.work()->answer(answer == 2 ? 1 : 0);
    scan("LOT-2026-11");
    waitUntil([&] {
        if (paper.printed.empty() && shell.work()->layout() == "choice") shell.work()->answer(0);
        if (shell.work()->layout() == "refusal") shell.settle();
        return !paper.printed.empty();
    });
    BOOST_TEST(shell.work()->card().toStdString() == "scan_back");
    shell.undo();
    BOOST_TEST(paper.printed.size() == 2);
    BOOST_TEST(paper.printed[0] == floor_of::otherUnit);
    BOOST_TEST(paper.printed[1] == floor_of::otherUnit);
    scan(floor_of::otherUnit);
    waitForLayout("result");
    BOOST_TEST(sent.back().kind == "receive");
    BOOST_TEST(sent.back().subject == floor_of::otherUnit);
}

BOOST_FIXTURE_TEST_CASE(the_same_badge_again_keeps_the_card, Floor) {
    signIn("sorting");
    scan(floor_of::unit);
    waitForLayout("choice");
    scan(floor_of::badge);
    waitUntil([&] { return server.asked.back().path == "/api/v1/badge"; });
    BOOST_TEST(shell.work()->card().toStdString() == "battery");
}

BOOST_AUTO_TEST_SUITE_END()
