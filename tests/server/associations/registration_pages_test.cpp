#include "server/associations/registration_pages.h"

#include <boost/test/unit_test.hpp>

#include "db/association_store.h"
#include "db/person_store.h"
#include "server/associations/review_association.h"
#include "server/associations/review_pages.h"
#include "tests/support/test_database.h"

using namespace remise;

namespace {

struct Site {
    static constexpr domain::Milliseconds noon = 1'795'348'800'000;

    test::TestDatabase database;
    db::Pool& pool = database.pool();
    identity::ServerSecret secret{{1, 2, 3}};
    http::Pages pages{embedded::templates(), embedded::strings(), "1"};
    http::Router router{http::noGuards()};

    Site() {
        associations::addRegistrationPages(router, pool, secret, pages);
        associations::addReviewPages(router, pool, pages);
    }

    http::Reply ask(const std::string& method, const std::string& path, const std::string& form = "") {
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = form;
        request.headers = {{"accept", "text/html"}, {"content-type", "application/x-www-form-urlencoded"}};
        request.receivedAt = noon;
        request.caller.actor = domain::Uuid::v4();
        return router.dispatch(request);
    }

    std::optional<domain::Association> stored() {
        const auto connection = pool.take();
        return db::findAssociationByIdentifier(*connection, "W751515517", "");
    }
};

const std::string good =
    "name=Les+Jardins&legal_kind=loi_1901&rna=W751515517&street=12+rue+Verte&postcode=93500&city=Pantin"
    "&activity=environment&budget=up_to_50k&employees=none&first_name=Awa&email=awa%40example.org"
    "&password=une+phrase+longue";

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(registration_pages_test, Site)

BOOST_AUTO_TEST_CASE(a_good_form_makes_an_association_to_review_and_its_first_member) {
    const auto reply = ask("POST", "/inscription", good);
    BOOST_TEST(reply.status == 200);
    const auto association = stored();
    BOOST_REQUIRE(association);
    BOOST_TEST((association->state == domain::AssociationState::toReview));
    const auto connection = pool.take();
    const auto member = db::findPersonByEmail(*connection, "awa@example.org");
    BOOST_REQUIRE(member);
    BOOST_TEST((member->association == association->id));
    BOOST_TEST((member->role == domain::Role::association));
}

BOOST_AUTO_TEST_CASE(a_wrong_form_comes_back_with_what_was_typed_and_a_sentence_beside_each_box) {
    const auto reply = ask("POST", "/inscription", "name=%3Cb%3EJardins&rna=W12&password=secret+phrase");
    BOOST_TEST(reply.status == 422);
    BOOST_TEST(holds(reply.body, "value=\"&lt;b&gt;Jardins\""));
    BOOST_TEST(holds(reply.body, "value=\"W12\""));
    BOOST_TEST(holds(reply.body, "id=\"rna-wrong\""));
    BOOST_TEST(holds(reply.body, "id=\"email-wrong\""));
    BOOST_TEST(!holds(reply.body, "secret phrase"));
    BOOST_TEST(!stored());
}

BOOST_AUTO_TEST_CASE(an_association_or_an_address_that_is_known_writes_nothing) {
    BOOST_TEST(ask("POST", "/inscription", good).status == 200);
    auto again = ask("POST", "/inscription", good);
    BOOST_TEST(again.status == 422);
    BOOST_TEST(holds(again.body, "id=\"name-wrong\""));
    std::string other = good;
    other.replace(other.find("W751515517"), 10, "W9R1011072");
    again = ask("POST", "/inscription", other);
    BOOST_TEST(again.status == 422);
    BOOST_TEST(holds(again.body, "id=\"email-wrong\""));
    const auto connection = pool.take();
    BOOST_TEST(!db::findAssociationByIdentifier(*connection, "W9R1011072", ""));
}

BOOST_AUTO_TEST_CASE(an_address_may_send_ten_filled_forms_an_hour_and_wrong_ones_do_not_count) {
    for (int i = 0; i < 12; ++i)
        BOOST_TEST(ask("POST", "/inscription", "name=Jardins").status == 422);
    BOOST_TEST(ask("POST", "/inscription", good).status == 200);
    for (int i = 1; i < 10; ++i)
        BOOST_TEST(ask("POST", "/inscription", good).status == 422);
    const auto refused = ask("POST", "/inscription", good);
    BOOST_TEST(refused.status == 429);
    BOOST_REQUIRE(refused.refusal);
    BOOST_TEST(refused.refusal->code() == "too_many_tries");
}

BOOST_AUTO_TEST_CASE(the_team_decides_on_a_file_once_and_its_history_stays) {
    ask("POST", "/inscription", good);
    const std::string path = "/equipe/associations/" + stored()->id.text();
    BOOST_TEST(holds(ask("GET", path).body, "Les Jardins"));
    BOOST_TEST(ask("POST", path, "version=1&to=incomplete&reason=").status == 422);
    BOOST_TEST(ask("POST", path, "version=1&to=incomplete&reason=Il+manque+les+statuts").status == 303);
    BOOST_TEST((stored()->state == domain::AssociationState::incomplete));
    // Somebody else still looks at the first version.
    BOOST_TEST(ask("POST", path, "version=1&to=validated").status == 409);
    BOOST_TEST(ask("POST", path, "version=2&to=validated").status == 303);
    BOOST_TEST(stored()->validatedAt.value_or(0) == noon);
    BOOST_TEST(holds(ask("GET", path).body, "Il manque les statuts"));
}

BOOST_AUTO_TEST_CASE(an_unknown_file_is_not_found) {
    BOOST_TEST(ask("GET", "/equipe/associations/nobody").status == 404);
    BOOST_TEST(ask("GET", "/equipe/associations/" + domain::Uuid::v4().text()).status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
