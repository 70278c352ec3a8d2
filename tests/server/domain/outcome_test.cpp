#include "server/domain/outcome.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/command.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"

using namespace remise::domain;

namespace {

constexpr RefusalKind full{"full", 409, "{shelf} est plein, dit {who}.", "{shelf} is full, says {who}."};

Outcome<int> half(int n) {
    if (n % 2 != 0) return Refusal(full, {{"shelf", std::to_string(n)}});
    return n / 2;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(outcome_test)

BOOST_AUTO_TEST_CASE(an_outcome_is_a_value_or_the_refusal_in_its_way) {
    BOOST_TEST(half(4).ok());
    BOOST_TEST(*half(4) == 2);
    BOOST_TEST(!half(3));
    BOOST_TEST(half(3).refusal().code() == "full");
    BOOST_TEST(half(3).refusal().status() == 409);
}

BOOST_AUTO_TEST_CASE(a_verdict_is_yes_unless_it_is_refused) {
    BOOST_TEST(Verdict().ok());
    BOOST_TEST(!Verdict(Refusal(full)));
}

BOOST_AUTO_TEST_CASE(a_refusal_puts_its_details_into_the_sentence) {
    const Refusal refusal(full, {{"shelf", "A3"}, {"who", "Léa {x}"}});
    BOOST_TEST(refusal.text(Language::french) == "A3 est plein, dit Léa {x}.");
    BOOST_TEST(refusal.text(Language::english) == "A3 is full, says Léa {x}.");
    BOOST_TEST(Refusal(full, {{"who", "x"}}).text(Language::english) == " is full, says x.");
}

BOOST_AUTO_TEST_CASE(a_word_of_ours_is_said_in_the_readers_language) {
    const Refusal refusal(refusals::wrongStage, {{"code", "BCDFGHJR"}},
                          {{"stage", stageWords(Subject::unit, "in_stock")}});
    BOOST_TEST(refusal.text(Language::french).find("«\u00a0en stock\u00a0»") != std::string::npos);
    BOOST_TEST(refusal.text(Language::english).find("“in stock”") != std::string::npos);
    BOOST_TEST(refusal.details(Language::english).at("stage") == "in stock");
    BOOST_TEST(refusal.details(Language::english).at("code") == "BCDFGHJR");
}

BOOST_AUTO_TEST_CASE(a_long_detail_is_cut_between_two_characters) {
    for (const std::size_t before : {158u, 159u, 160u, 161u}) {
        const std::string shelf =
            Refusal(full, {{"shelf", std::string(before, 'x') + "éééé"}}).details().at("shelf");
        BOOST_TEST(shelf.size() <= 163u);
        BOOST_TEST(shelf.ends_with("…"));
        const std::string kept = shelf.substr(0, shelf.size() - std::string_view("…").size());
        BOOST_TEST((kept.ends_with("é") || kept.ends_with("x")));
    }
    BOOST_TEST(Refusal(full, {{"shelf", std::string(160, 'x')}}).details().at("shelf").size() == 160u);
}

BOOST_AUTO_TEST_CASE(a_reply_is_read_as_it_was_written) {
    CommandReply reply{Uuid::v4(), true, "", "", SubjectView{"BCDFGHJR", "in_work", "test", 7}};
    const auto read = replyFrom(toValue(reply));
    BOOST_REQUIRE(read);
    BOOST_TEST((read->id == reply.id));
    BOOST_TEST(read->accepted);
    BOOST_TEST(read->subject->code == "BCDFGHJR");
    BOOST_TEST(read->subject->stage == "in_work");
    BOOST_TEST(read->subject->next == "test");
    BOOST_TEST(read->subject->version == 7);
    reply = {Uuid::v4(), false, "stale", "Regarde encore.", {}};
    const auto refused = replyFrom(toValue(reply));
    BOOST_REQUIRE(refused);
    BOOST_TEST(!refused->accepted);
    BOOST_TEST(refused->refusalCode == "stale");
    BOOST_TEST(refused->refusalMessage == "Regarde encore.");
    BOOST_TEST(!refused->subject);
}

BOOST_AUTO_TEST_CASE(what_is_no_reply_is_not_read_as_one) {
    BOOST_TEST(!replyFrom({}));
    BOOST_TEST(!replyFrom(Value::Object{{"id", Uuid::v4().text()}}));
    BOOST_TEST(!replyFrom(Value::Object{{"id", Uuid::v4().text()}, {"status", "perhaps"}}));
    BOOST_TEST(!replyFrom(Value::Object{{"id", "1"}, {"status", "accepted"}}));
}

BOOST_AUTO_TEST_SUITE_END()
