#include "terminal/outbox.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "tests/support/temporary_folder.h"
#include "tests/terminal/floor.h"
#include "tests/terminal/sent_work.h"

using namespace remise::terminal;
using namespace sent_work;
using remise::domain::Command;
using remise::domain::CommandReply;
using Said = SmallServer::Said;

namespace {

const Said tokenUnknown{401, R"({"code":"token_unknown","detail":"Ce terminal n'est pas connu ici."})"};
const Said badShape{400, R"({"code":"bad_shape","detail":"Ce n'est pas lisible."})"};

struct Floor : Ledger {
    remise::test::TemporaryFolder folder;
    Client client{server.url(), remise::domain::Language::french};
    std::unique_ptr<Outbox> outbox;
    std::vector<CommandReply> replies;

    Floor() { start(); }
    /// As after a crash: what is in memory is gone.
    void start() {
        outbox.reset();
        outbox = std::make_unique<Outbox>(client, folder.path());
        QObject::connect(outbox.get(), &Outbox::answered, outbox.get(),
                         [this](const CommandReply& reply) { replies.push_back(reply); });
    }
    Command add(const std::string& unit = floor_of::unit) {
        const Command command = clean(unit);
        BOOST_REQUIRE(outbox->add({command}).ok());
        return command;
    }
    void waitForReplies(std::size_t count) {
        waitUntil([&] { return replies.size() >= count; });
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(outbox_test)

BOOST_FIXTURE_TEST_CASE(a_command_is_answered_and_nothing_waits_any_more, Floor) {
    const Command command = add();
    BOOST_TEST(outbox->waiting() == 1);
    waitForReplies(1);
    BOOST_TEST((replies.at(0).id == command.id));
    BOOST_TEST(replies.at(0).accepted);
    BOOST_TEST(outbox->waiting() == 0);
    start();
    BOOST_TEST(outbox->waiting() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_lost_answer_makes_it_ask_again_under_the_same_id, Floor) {
    answer = [this](const auto& asked) { return requests == 1 ? Said{.hangsUp = true} : acceptAll(asked); };
    add();
    waitForReplies(1);
    BOOST_REQUIRE(came.size() == 2);
    BOOST_TEST((came[0].id == came[1].id));
    BOOST_TEST(*came[0].counter == *came[1].counter);
    BOOST_TEST(replies.size() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_server_that_is_too_slow_or_has_too_much_to_do_is_asked_again, Floor) {
    answer = [this](const auto& asked) {
        if (requests == 1) return Said{408, R"({"code":"too_slow","detail":"Trop lent."})"};
        if (requests == 2) return Said{503, R"({"code":"overloaded","detail":"Trop de travail."})"};
        return acceptAll(asked);
    };
    add();
    waitForReplies(1);
    BOOST_TEST(replies.at(0).accepted);
    BOOST_TEST(requests == 3);
}

BOOST_FIXTURE_TEST_CASE(commands_that_wait_go_together_and_in_their_order, Floor) {
    std::vector<Command> added;
    for (int i = 0; i < 3; ++i)
        added.push_back(add());
    waitForReplies(3);
    BOOST_TEST(requests == 1);
    for (std::size_t i = 0; i < 3; ++i) {
        BOOST_TEST((came[i].id == added[i].id));
        BOOST_TEST(*came[i].counter == static_cast<int>(i) + 1);
    }
}

BOOST_FIXTURE_TEST_CASE(a_command_names_the_unanswered_one_before_it_on_the_same_unit, Floor) {
    const Command first = add(), other = add(floor_of::otherUnit), second = add();
    waitForReplies(3);
    BOOST_TEST(!came[0].after);
    BOOST_TEST(!came[1].after);
    BOOST_TEST((came[2].after == first.id));
    add();
    waitForReplies(4);
    BOOST_TEST(!came[3].after, "what has been answered need not be named");
}

BOOST_FIXTURE_TEST_CASE(after_a_crash_everything_unanswered_is_sent_and_it_is_late, Floor) {
    server.holdsBack = [](const auto& asked) { return asked.path == "/api/v1/commands"; };
    const Command first = add();
    waitUntil([&] { return server.held() == 1; });
    start();
    BOOST_TEST(outbox->waiting() == 1);
    server.holdsBack = [](const auto&) { return false; };
    const Command second = add();
    waitForReplies(2);
    BOOST_REQUIRE(came.size() == 2);
    BOOST_TEST((came[0].id == first.id));
    BOOST_TEST(came[0].isLate);
    BOOST_TEST(!came[1].isLate);
    BOOST_TEST((came[1].after == first.id));
    BOOST_TEST(*came[1].counter == 2);
}

BOOST_FIXTURE_TEST_CASE(a_number_is_never_given_twice_however_often_the_outbox_was_empty, Floor) {
    for (int number = 1; number <= 3; ++number) {
        add();
        waitForReplies(static_cast<std::size_t>(number));
        start();
    }
    BOOST_TEST(*came[0].counter == 1);
    BOOST_TEST(*came[1].counter == 2);
    BOOST_TEST(*came[2].counter == 3);
}

BOOST_FIXTURE_TEST_CASE(a_refusal_stays_until_somebody_has_seen_it, Floor) {
    answer = refuseAll;
    const Command command = add();
    waitForReplies(1);
    BOOST_TEST(replies[0].refusalCode == "wrong_stage");
    BOOST_TEST(outbox->waiting() == 0);
    start();
    BOOST_TEST(outbox->waiting() == 1, "nobody had seen it: the leader will");
    outbox->begin();
    waitForReplies(2);
    BOOST_TEST(came[1].isLate);
    start();
    BOOST_TEST(outbox->waiting() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_refusal_that_was_seen_is_not_sent_again, Floor) {
    answer = refuseAll;
    const Command command = add();
    waitForReplies(1);
    outbox->settle(command.id);
    start();
    BOOST_TEST(outbox->waiting() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_refusal_that_nobody_stands_there_to_hear_goes_to_the_leader, Floor) {
    answer = refuseAll;
    const Command command = add();
    waitForReplies(1);
    outbox->letGo(command.id);
    waitForReplies(2);
    BOOST_TEST((came[1].id == command.id));
    BOOST_TEST(came[1].isLate);
    BOOST_TEST(outbox->waiting() == 0);
    start();
    BOOST_TEST(outbox->waiting() == 0);
}

BOOST_FIXTURE_TEST_CASE(what_left_the_hand_while_it_was_under_way_is_sent_once_more_for_the_leader, Floor) {
    answer = refuseAll;
    server.holdsBack = [](const auto& asked) { return asked.path == "/api/v1/commands"; };
    const Command command = add();
    waitUntil([&] { return server.held() == 1; });
    outbox->letGo(command.id);
    server.holdsBack = [](const auto&) { return false; };
    server.release();
    waitForReplies(2);
    BOOST_TEST(!came[0].isLate);
    BOOST_TEST(came[1].isLate);
    BOOST_TEST(outbox->waiting() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_token_that_is_not_known_any_more_loses_nothing, Floor) {
    answer = [](const auto&) { return tokenUnknown; };
    std::string complaint;
    QObject::connect(outbox.get(), &Outbox::turnedAway, outbox.get(),
                     [&](const Trouble& trouble) { complaint = trouble.code; });
    add();
    waitUntil([&] { return !complaint.empty(); });
    BOOST_TEST(complaint == "token_unknown");
    BOOST_TEST(outbox->waiting() == 1);
    BOOST_TEST(replies.empty());
    answer = acceptAll;
    outbox->begin();
    waitForReplies(1);
    BOOST_TEST(replies[0].accepted);
}

BOOST_FIXTURE_TEST_CASE(a_command_that_the_server_cannot_read_holds_up_no_other, Floor) {
    std::string poison;
    answer = [&](const auto& asked) {
        return asked.body.find(poison) != std::string::npos ? badShape : acceptAll(asked);
    };
    std::vector<Command> added;
    for (int i = 0; i < 9; ++i)
        added.push_back(add(floor_of::code(remise::domain::CodeKind::unit, 100U + static_cast<unsigned>(i))));
    poison = added[4].id.text();
    waitForReplies(9);
    BOOST_TEST(outbox->waiting() == 0);
    BOOST_TEST(outbox->setAside() == 1);
    const auto accepted = std::ranges::count(replies, true, &CommandReply::accepted);
    BOOST_TEST(accepted == 8);
    start();
    BOOST_TEST(outbox->waiting() == 1, "it is tried again: the server may have been mended");
}

BOOST_FIXTURE_TEST_CASE(a_terminal_that_was_restored_goes_on_counting_where_it_had_been, Floor) {
    greeting = R"({"counter":40,"restored":true})";
    int found = 0;
    QObject::connect(outbox.get(), &Outbox::foundRestored, outbox.get(), [&] { ++found; });
    outbox->begin();
    waitUntil([&] { return found == 1; });
    add();
    waitForReplies(1);
    BOOST_TEST(*came[0].counter == 41);
    emit client.foundRestored(40);
    BOOST_TEST(found == 1, "it has been told already");
}

BOOST_FIXTURE_TEST_CASE(a_server_that_lets_us_read_and_takes_no_commands_is_left_alone_as_long_as_it_asks,
                        Floor) {
    const auto greetings = [this] {
        return std::ranges::count(server.asked, "/api/v1/terminals/self", &SmallServer::Asked::path);
    };
    answer = [](const auto&) {
        return Said{503, R"({"code":"storage_full","detail":"Plein."})", false, "Retry-After: 3600\r\n"};
    };
    add();
    waitUntil([&] { return client.isAway(); });
    for (int reads = 0; reads < 5; ++reads) {
        bool isRead = false;
        client.get("/api/v1/catalogue", [&](const Answer&) { isRead = true; });
        waitUntil([&] { return isRead; });
        BOOST_TEST(!client.isAway());
    }
    BOOST_TEST(requests == 1);
    BOOST_TEST(greetings() == 1);
    BOOST_TEST(outbox->waiting() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_network_that_is_back_is_used_at_once_however_long_it_was_away, Floor) {
    const auto greetings = [this] {
        return std::ranges::count(server.asked, "/api/v1/terminals/self", &SmallServer::Asked::path);
    };
    const auto read = [this] {
        bool isRead = false;
        client.get("/api/v1/catalogue", [&](const Answer&) { isRead = true; });
        waitUntil([&] { return isRead; });
    };
    const auto before =
        std::exchange(server.answer, [](const auto&) { return SmallServer::Said{.hangsUp = true}; });
    add();
    waitUntil([&] { return greetings() >= 6; });
    server.answer = before;
    for (int reads = 0; reads < 20; ++reads)
        read();
    BOOST_TEST(requests == 1, "by itself it would have waited for three seconds");
    waitUntil([&] { return outbox->waiting() == 0; });
}

BOOST_FIXTURE_TEST_CASE(nobody_is_greeted_before_it_is_known_how_far_we_have_counted, Floor) {
    outbox.reset();
    outbox = std::make_unique<Outbox>(client, folder.path() / "not-there");
    outbox->begin();
    bool isRead = false;
    client.get("/api/v1/catalogue", [&](const Answer&) { isRead = true; });
    waitUntil([&] { return isRead; });
    BOOST_TEST(server.asked.size() == 1);
    std::filesystem::create_directory(folder.path() / "not-there");
    waitUntil([&] { return server.asked.size() == 2; });
    BOOST_TEST(server.asked[1].path == "/api/v1/terminals/self", "it opens when the disk lets it");
}

BOOST_FIXTURE_TEST_CASE(who_may_not_hear_of_a_restored_terminal_twice_hears_it_before_it_counts_on, Floor) {
    greeting = R"({"counter":40,"restored":true})";
    std::int64_t lastThen = -1;
    QObject::connect(outbox.get(), &Outbox::foundRestored, outbox.get(), [&] {
        std::error_code ignored;
        std::filesystem::copy_file(folder.path() / "outbox.sqlite", folder.path() / "then.sqlite", ignored);
        SqliteFile then(folder.path() / "then.sqlite");
        lastThen = readOutbox(then).lastNumber;
    });
    outbox->begin();
    waitUntil([&] { return lastThen >= 0; });
    BOOST_TEST(lastThen == 0, "ended here, it is found out again");
}

BOOST_FIXTURE_TEST_CASE(an_outbox_that_could_not_be_opened_holds_each_command_once_when_it_can, Floor) {
    server.holdsBack = [](const auto&) { return true; };
    add();
    rlimit before{};
    BOOST_REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    for (rlim_t more = 0; more < 12; ++more) {  // each time another of its files is the one too many
        outbox.reset();
        const int firstFree = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        ::close(firstFree);
        const rlimit tight{static_cast<rlim_t>(firstFree) + more, before.rlim_max};
        BOOST_REQUIRE(::setrlimit(RLIMIT_NOFILE, &tight) == 0);
        outbox = std::make_unique<Outbox>(client, folder.path());
        BOOST_REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
        outbox->begin();
        BOOST_TEST(outbox->waiting() == 1, "with " << more << " more files");
    }
}

BOOST_FIXTURE_TEST_CASE(two_programs_cannot_have_one_folder, Floor) {
    BOOST_CHECK_THROW(Outbox(client, folder.path()), std::runtime_error);
}

BOOST_FIXTURE_TEST_CASE(what_the_disk_does_not_keep_is_not_done, Floor) {
    outbox.reset();
    outbox = std::make_unique<Outbox>(client, folder.path() / "not-there");
    const auto added = outbox->add({clean(floor_of::unit)});
    BOOST_REQUIRE(!added.ok());
    BOOST_TEST(added.refusal().code() == "not_stored");
    BOOST_TEST(!outbox->canStore());
    BOOST_TEST(outbox->waiting() == 0);
    std::filesystem::create_directory(folder.path() / "not-there");
    BOOST_TEST(outbox->add({clean(floor_of::unit)}).ok(), "it can be answered again");
    BOOST_TEST(outbox->canStore());
}

BOOST_AUTO_TEST_SUITE_END()
