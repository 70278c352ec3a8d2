#include "server/http/choose_language.h"

#include <boost/test/unit_test.hpp>

#include "server/http/router.h"

using namespace remise::http;
using remise::domain::Language;

BOOST_AUTO_TEST_SUITE(choose_language_test)

BOOST_AUTO_TEST_CASE(french_comes_first) {
    BOOST_TEST((chooseLanguage("", "") == Language::french));
    BOOST_TEST((chooseLanguage("", "de, ar;q=0.9") == Language::french));
    BOOST_TEST((chooseLanguage("", "en-GB;q=0.5, fr-FR;q=0.9") == Language::french));
}

BOOST_AUTO_TEST_CASE(what_the_browser_asks_for_most_is_given) {
    BOOST_TEST((chooseLanguage("", "en-GB,en;q=0.9,fr;q=0.5") == Language::english));
    BOOST_TEST((chooseLanguage("", "en;q=nonsense") == Language::french));
}

BOOST_AUTO_TEST_CASE(the_persons_own_choice_wins) {
    BOOST_TEST((chooseLanguage("fr", "en") == Language::french));
    BOOST_TEST((chooseLanguage("nonsense", "en") == Language::english));
}

BOOST_AUTO_TEST_CASE(choosing_keeps_the_choice_and_goes_back) {
    Router router(noGuards());
    addLanguageRoute(router);
    Request request;
    request.method = "GET";
    request.path = "/langue/en";
    request.query["retour"] = "/catalogue?q=1";
    const Reply reply = router.dispatch(request);
    BOOST_TEST(reply.status == 303);
    BOOST_TEST(reply.headers[0].second == "/catalogue?q=1");
    BOOST_TEST(reply.headers[1].second.starts_with("lang=en; Path=/;"));
}

BOOST_AUTO_TEST_SUITE_END()
