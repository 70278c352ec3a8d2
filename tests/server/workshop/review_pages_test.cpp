#include "server/workshop/review_pages.h"

#include <boost/test/unit_test.hpp>
#include <ranges>

#include "server/domain/kinds.h"
#include "server/workshop/review_view.h"
#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;

namespace {

constexpr auto page = "/atelier/a-revoir";

struct ReviewPages : ProgramFixture {
    std::string refusedLate(const std::string& kind, const std::string& unit, Value data = {},
                            const std::string& after = "") {
        Value late = command(kind, unit, std::move(data));
        late["late"] = true;
        if (!after.empty()) late["after"] = after;
        BOOST_TEST(sendOne(late) != "accepted");
        return late.textOr("id");
    }

    std::string read(const std::string& target, Role role) {
        const auto reply =
            ask({.target = target, .headers = {{"Cookie", cookieOf(role)}, {"Accept", "text/html"}}});
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.status << reply.body);
        return reply.body;
    }

    /// As a program of the leader's, which needs no form token.
    http::Reply settle(const std::string& body) {
        return ask(
            {.method = "POST",
             .target = page,
             .body = body,
             .token = bearerOf(Role::leader),
             .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "text/html"}}});
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(review_pages_test, ReviewPages)

BOOST_AUTO_TEST_CASE(a_leader_sees_both_stories_side_by_side) {
    const auto unit = receivedLaptop();
    BOOST_TEST(sendOne(command("block", unit, Value::Object{{"reason", "doubt"}})) == "accepted");
    const auto first = refusedLate("sort", unit, Value::Object{{"category", "laptop"}, {"verdict", "keep"}});
    refusedLate("clean", unit, {}, first);
    const auto shown = read(page, Role::leader);
    for (const std::string_view part :
         {"<strong>tri</strong>", "décision : garder", "<strong>nettoyage</strong>", "class=\"in-wake\"",
          "<strong>réception</strong>", "<strong>mise de côté</strong>", "poste Test"})
        BOOST_TEST(has(shown, part), part << " in " << shown);
    BOOST_TEST(has(shown, unit));
}

BOOST_AUTO_TEST_CASE(nothing_to_review_is_said_and_the_board_has_no_link) {
    BOOST_TEST(has(read(page, Role::leader), "rien à revoir"));
    BOOST_TEST(!has(read("/atelier", Role::leader), page));
}

BOOST_AUTO_TEST_CASE(the_board_leads_those_to_the_list_who_may_see_it) {
    refusedLate("control", receivedLaptop());
    BOOST_TEST(has(read("/atelier", Role::leader), page));
    BOOST_TEST(!has(read("/atelier", Role::logistics), page));
}

BOOST_AUTO_TEST_CASE(all_lines_of_a_unit_are_settled_with_one_reason) {
    const auto unit = receivedLaptop();
    const auto first = refusedLate("control", unit), second = refusedLate("control", unit);
    refusedLate("control", receivedLaptop());
    const auto reply = settle("command=" + first + "&command=" + second + "&reason=Vue");
    BOOST_TEST(reply.status == 303, reply.body);
    BOOST_TEST(count("review", "settled_at IS NULL") == 1);
    BOOST_TEST(count("review", "reason = 'Vue'") == 2);
    BOOST_TEST(has(read(page, Role::leader), "Vue"));
}

BOOST_AUTO_TEST_CASE(a_reason_is_needed_and_what_another_has_settled_is_said) {
    const auto first = refusedLate("control", receivedLaptop());
    BOOST_TEST(settle("command=" + first + "&reason=").status == 422);
    BOOST_TEST(settle("command=" + first + "&reason=Vue").status == 303);
    BOOST_TEST(settle("command=" + first + "&reason=Vue").status == 409);
}

BOOST_AUTO_TEST_CASE(what_a_terminal_says_is_text_and_never_a_page) {
    refusedLate("note", "BCDFGHJR", Value::Object{{"text", "<script>alert(1)</script>"}, {"odd_name", 7}});
    const auto shown = read(page, Role::leader);
    BOOST_TEST(!has(shown, "<script>alert"));
    BOOST_TEST(has(shown, "&lt;script&gt;alert"));
}

BOOST_AUTO_TEST_CASE(every_kind_of_the_table_has_words_of_its_own) {
    const http::Strings strings(embedded::strings());
    for (const auto& row : domain::kinds())
        for (const auto language : {domain::Language::french, domain::Language::english})
            BOOST_TEST(strings.table(language).contains("review.kind." + std::string(row.name)), row.name);
}

BOOST_AUTO_TEST_CASE(every_answer_that_may_be_given_without_a_network_has_words_in_both_languages) {
    const http::Strings strings(embedded::strings());
    for (const auto language : {domain::Language::french, domain::Language::english}) {
        const auto hasWord = [&](std::initializer_list<const char*> rooms, std::string_view word) {
            return std::ranges::any_of(rooms, [&](const std::string room) {
                return strings.table(language).contains(room + std::string(word));
            });
        };
        for (const auto& row : domain::kinds()) {
            if (row.offline != domain::Offline::allowed) continue;
            for (const auto& [name, type, isRequired] : domain::fieldsOf(row)) {
                if (type == "uuid") continue;
                BOOST_TEST(hasWord({"review.field.", "test."}, name), name);
                if (type.find('|') == std::string_view::npos || name == "cosmetic") continue;
                for (const auto word : std::views::split(type, '|'))
                    BOOST_TEST(hasWord({"review.value."}, std::string_view(word.begin(), word.end())),
                               name << " " << std::string_view(word.begin(), word.end()));
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
