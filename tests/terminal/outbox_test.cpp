#include "terminal/outbox.h"

#include <boost/test/unit_test.hpp>

#include "server/wire/command_json.h"
#include "tests/terminal/floor.h"
#include "tests/terminal/small_server.h"

using namespace remise::terminal;
using remise::domain::Command;
using remise::domain::CommandReply;
using remise::domain::Uuid;

namespace {

Command clean() {
    Command command;
    command.at = 1'800'000'000'000;
    command.id = Uuid::v7(command.at);
    command.worker = floor_of::badge;
    command.station = "cleaning";
    command.kind = "clean";
    command.subject = floor_of::unit;
    command.data = remise::domain::Value::Object{};
    return command;
}

/// Accepts every command of a request.
SmallServer::Said acceptAll(const SmallServer::Asked& asked) {
    std::vector<CommandReply> replies;
    const auto commands = remise::wire::readCommands(asked.body, 0);
    for (const auto& read : *commands) {
        CommandReply reply;
        reply.id = read.command.id;
        reply.accepted = true;
        replies.push_back(reply);
    }
    return {200, remise::wire::writeReplies(replies)};
}

struct Floor {
    SmallServer server;
    Client client{server.url(), remise::domain::Language::french};
    Outbox outbox{client};
    std::vector<CommandReply> replies;

    Floor() {
        QObject::connect(&outbox, &Outbox::answered, &outbox,
                         [this](const CommandReply& reply) { replies.push_back(reply); });
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(outbox_test)

BOOST_FIXTURE_TEST_CASE(a_command_is_answered_and_nothing_waits_any_more, Floor) {
    server.answer = acceptAll;
    const Command command = clean();
    outbox.add(command);
    BOOST_TEST(outbox.waiting() == 1);
    waitUntil([&] { return !replies.empty(); });
    BOOST_TEST((replies.at(0).id == command.id));
    BOOST_TEST(replies.at(0).accepted);
    BOOST_TEST(outbox.waiting() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_lost_answer_makes_it_ask_again_under_the_same_id, Floor) {
    server.answer = [this](const SmallServer::Asked& asked) {
        return server.asked.size() < 2 ? SmallServer::Said{.hangsUp = true} : acceptAll(asked);
    };
    outbox.add(clean());
    waitUntil([&] { return !replies.empty(); });
    BOOST_REQUIRE(server.asked.size() == 2);
    BOOST_TEST(server.asked.at(0).body == server.asked.at(1).body);
    BOOST_TEST(replies.size() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_request_that_took_too_long_is_sent_again, Floor) {
    server.answer = [this](const SmallServer::Asked& asked) {
        return server.asked.size() < 2
                   ? SmallServer::Said{408, R"({"code":"too_slow","detail":"Trop lent."})"}
                   : acceptAll(asked);
    };
    outbox.add(clean());
    waitUntil([&] { return !replies.empty(); });
    BOOST_TEST(replies.at(0).accepted);
    BOOST_TEST(server.asked.at(0).body == server.asked.at(1).body);
}

BOOST_FIXTURE_TEST_CASE(commands_that_wait_go_together_and_in_their_order, Floor) {
    server.answer = acceptAll;
    const Command first = clean(), second = clean(), third = clean();
    for (const Command& command : {first, second, third})
        outbox.add(command);
    waitUntil([&] { return replies.size() == 3; });
    BOOST_TEST((replies.at(1).id == second.id));
    BOOST_TEST((replies.at(2).id == third.id));
    BOOST_TEST(server.asked.size() == 2);
}

BOOST_FIXTURE_TEST_CASE(a_request_that_is_refused_as_a_whole_refuses_its_commands, Floor) {
    server.answer = [](const SmallServer::Asked&) {
        return SmallServer::Said{401,
                                 R"({"code":"token_unknown","detail":"Ce terminal n'est pas connu ici."})"};
    };
    outbox.add(clean());
    waitUntil([&] { return !replies.empty(); });
    BOOST_TEST(!replies.at(0).accepted);
    BOOST_TEST(replies.at(0).refusalCode == "token_unknown");
    BOOST_TEST(outbox.waiting() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
