#include "server/requests/handle_view.h"

#include <boost/test/unit_test.hpp>

#include "db/request_store.h"
#include "db/unit_store.h"
#include "tests/server/requests/shop.h"

using namespace remise;
using domain::Value;

namespace {

constexpr domain::Milliseconds aDay = 24LL * 60 * 60 * 1000;

struct Team : test::Shop {
    /// A laptop that has been in stock since that moment.
    std::string stockedAt(domain::Milliseconds at, Value more = Value::Object{}) {
        const auto unit = laptopAt("controlled");
        more["product"] = "LAP-B";
        more["location"] = shelf;
        more["price_cents"] = 14900;
        more["warranty_months"] = 12;
        auto stock = command("stock", unit, more);
        stock.at = at;
        const auto reply = send(stock, worker);
        BOOST_REQUIRE_MESSAGE(reply.accepted, reply.refusalMessage);
        return unit;
    }

    /// What would be proposed to somebody who asks for so many.
    Value proposedFor(int quantity) {
        const auto submitted = send(
            "submit", "",
            Value::Object{{"way", "demande"},
                          {"association", association.id.text()},
                          {"lines", Value::Array{Value::Object{
                                        {"product", "LAP-B"}, {"quantity", quantity}, {"price_cents", 0}}}}},
            office);
        BOOST_REQUIRE_MESSAGE(submitted.accepted, submitted.refusalMessage);
        const auto number = submitted.subject->code;
        BOOST_REQUIRE(send("validate", number, {}, office).accepted);
        const auto connection = pool.take();
        http::Request request;
        request.receivedAt = noon;
        request.caller.site = "nord";
        return requests::handleView(*connection, pages.strings(), request,
                                    *db::findRequest(*connection, number))["proposal"];
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(handle_view_test, Team)

BOOST_AUTO_TEST_CASE(those_longest_in_stock_are_proposed_first_whenever_they_came_in_or_were_touched) {
    const auto young = stockedAt(noon - 2 * aDay), old = stockedAt(noon - 40 * aDay);
    BOOST_REQUIRE(send("move", old, Value::Object{{"location", shelf}}).accepted);
    const Value proposal = proposedFor(2);
    BOOST_REQUIRE(proposal.array().size() == 2);
    BOOST_TEST(proposal.array()[0].textOr("code") == old);
    BOOST_TEST(proposal.array()[0].textOr("in_stock_since") == "13\u00a0octobre 2026");
    BOOST_TEST(proposal.array()[1].textOr("code") == young);
}

BOOST_AUTO_TEST_CASE(what_is_kept_for_another_channel_is_not_proposed) {
    stockedAt(noon - 40 * aDay, Value::Object{{"channel", "shop"}});
    const auto ours = stockedAt(noon - 2 * aDay, Value::Object{{"channel", "solidatech"}});
    const Value proposal = proposedFor(2);
    BOOST_REQUIRE(proposal.array().size() == 1);
    BOOST_TEST(proposal.array()[0].textOr("code") == ours);
}

BOOST_AUTO_TEST_SUITE_END()
