#include "server/http/pages.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/refusals.h"
#include "server/http/static_files.h"

using namespace remise;
using namespace remise::http;
using domain::Value;

namespace {

Pages ours() {
    return {embedded::templates(), embedded::strings(), contentVersion(embedded::staticFiles())};
}

/// Pages with one template "test/page" in a layout that shows nothing else.
Pages with(std::string_view text, std::string_view partial = "") {
    return {{{"http/templates/layout.html", "<title>{{title}}</title>{{> content}}"},
             {"http/templates/partials/part.html", partial},
             {"http/templates/refusal.html", "{{sentence}}"},
             {"test/templates/page.html", text}},
            {{"fr.json", R"({"layout.catalogue":"C","test.hello":"Bonjour"})"},
             {"en.json", R"({"layout.catalogue":"C","test.hello":"Hello"})"}},
            "v1"};
}

Request reading(std::string path = "/") {
    Request request;
    request.method = "GET";
    request.path = std::move(path);
    return request;
}

std::string render(std::string_view text, Value::Object data, std::string_view partial = "") {
    return with(text, partial).render("test/page", std::move(data), reading());
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pages_test)

BOOST_AUTO_TEST_CASE(every_template_of_ours_is_sound) {
    BOOST_CHECK_NO_THROW(ours());
}

BOOST_AUTO_TEST_CASE(what_people_wrote_is_escaped) {
    BOOST_TEST(render("<p title=\"{{x}}\">{{x}}", {{"x", "<b>\"'&"}}) ==
               "<p title=\"&lt;b&gt;&quot;&apos;&amp;\">&lt;b&gt;&quot;&apos;&amp;");
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_a_fault_that_names_it) {
    try {
        render("{{naem}}", {{"name", "x"}});
        BOOST_FAIL("rendered");
    } catch (const std::logic_error& fault) {
        BOOST_TEST(fault.what() == "template test/page: the data has nothing named naem");
    }
    BOOST_CHECK_THROW(render("{{#naem}}x{{/naem}}", {}), std::logic_error);
    BOOST_CHECK_THROW(render("{{^naem}}x{{/naem}}", {}), std::logic_error);
    BOOST_CHECK_THROW(render("{{person.naem}}", {{"person", Value::Object{{"name", "x"}}}}),
                      std::logic_error);
    BOOST_CHECK_THROW(render("{{t.test.helo}}", {}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(names_are_looked_up_from_the_innermost_section_outwards) {
    const Value::Array rows{Value::Object{{"name", "a"}}, Value::Object{{"name", "b"}}};
    BOOST_TEST(render("{{#rows}}{{name}}{{unit}} {{/rows}}",
                      {{"rows", rows}, {"name", "outer"}, {"unit", "!"}}) == "a! b! ");
}

BOOST_AUTO_TEST_CASE(what_is_absent_is_false_and_zero_is_a_number) {
    BOOST_TEST(render("{{#x}}yes{{/x}}{{^x}}no{{/x}}", {{"x", Value()}}) == "no");
    BOOST_TEST(render("{{#x}}yes{{/x}}{{^x}}no{{/x}}", {{"x", ""}}) == "no");
    BOOST_TEST(render("{{#x}}yes{{/x}}{{^x}}no{{/x}}", {{"x", Value::Array{}}}) == "no");
    BOOST_TEST(render("[{{x}}]", {{"x", Value()}}) == "[]");
    BOOST_TEST(render("{{#x}}{{x}}{{/x}}", {{"x", 0}}) == "0");
}

BOOST_AUTO_TEST_CASE(an_address_that_leads_nowhere_good_is_a_fault) {
    BOOST_TEST(render("<a href=\"{{to_url}}\">", {{"to_url", "/u/A"}}) == "<a href=\"/u/A\">");
    BOOST_CHECK_THROW(render("<a href=\"{{to_url}}\">", {{"to_url", "javascript:alert(1)"}}),
                      std::logic_error);
}

BOOST_AUTO_TEST_CASE(broken_and_unsafe_templates_are_refused_at_the_start) {
    for (const char* text :
         {"{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{a", "{{{a}}}", "<p class={{a}}>", "{{> nowhere}}"})
        BOOST_CHECK_THROW(with(text), std::invalid_argument);
    BOOST_CHECK_THROW(with("{{> part}}", "{{> part}}"), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(partials_see_the_data_around_them) {
    BOOST_TEST(render("{{#rows}}{{> part}}{{/rows}}", {{"rows", Value::Array{1, 2}}}, "[{{.}}]") == "[1][2]");
}

BOOST_AUTO_TEST_CASE(the_language_of_the_reader_chooses_the_strings) {
    Request request = reading();
    const Pages pages = with("{{t.test.hello}} {{lang}}");
    BOOST_TEST(pages.render("test/page", Value::Object{}, request) == "Bonjour fr");
    request.language = domain::Language::english;
    BOOST_TEST(pages.render("test/page", Value::Object{}, request) == "Hello en");
}

BOOST_AUTO_TEST_CASE(a_page_stands_in_the_layout_with_the_places_of_its_reader) {
    Request request = reading("/mes-demandes/2026-00412");
    request.caller.role = domain::Role::association;
    request.caller.name = "Amicale des <Voisins>";
    request.caller.csrf = "token";
    const auto pages = ours();
    const std::string page = pages.refusalPage(domain::Refusal(domain::refusals::notFound), request).body;
    BOOST_TEST(has(page, "<html lang=\"fr\">"));
    BOOST_TEST(has(page, "<a href=\"/mes-demandes\" aria-current=\"page\">Mes demandes</a>"));
    BOOST_TEST(!has(page, "/pilotage"));
    BOOST_TEST(has(page, "Amicale des &lt;Voisins&gt;"));
    BOOST_TEST(has(page, "<input type=\"hidden\" name=\"csrf\" value=\"token\">"));
    BOOST_TEST(has(page, "/langue/en?retour=%2Fmes-demandes%2F2026-00412"));
}

BOOST_AUTO_TEST_CASE(the_public_is_offered_to_sign_in) {
    const std::string page = ours().refusalPage(domain::Refusal(domain::refusals::notFound), reading()).body;
    BOOST_TEST(has(page, "href=\"/connexion\""));
    BOOST_TEST(!has(page, "/deconnexion"));
    BOOST_TEST(!has(page, "/mes-demandes"));
}

BOOST_AUTO_TEST_CASE(who_must_sign_in_first_is_sent_there_and_back) {
    const Pages pages = with("x");
    const domain::RefusalKind signIn{"test", 401, "Il faut se connecter.", "Sign in."};
    const Reply reply = pages.refusalPage(domain::Refusal(signIn), reading("/mes-demandes"));
    BOOST_TEST(reply.status == 303);
    BOOST_TEST(reply.headers.front().second == "/connexion?retour=%2Fmes-demandes");
}

BOOST_AUTO_TEST_CASE(a_refused_form_is_told_on_a_page) {
    Request request = reading("/mes-demandes");
    request.method = "POST";
    const Reply reply = ours().refusalPage(domain::Refusal(domain::refusals::formExpired), request);
    BOOST_TEST(reply.status == 403);
    BOOST_TEST(has(reply.body, "Ouvrez la page à nouveau"));
    BOOST_TEST(has(reply.body, "/langue/en?retour=%2F\""));
}

BOOST_AUTO_TEST_CASE(every_page_says_where_to_write_when_there_is_an_address) {
    const domain::Refusal refusal(domain::refusals::notFound);
    const Pages pages(embedded::templates(), embedded::strings(), "1", "bonjour@remise.example");
    BOOST_TEST(has(pages.refusalPage(refusal, reading()).body, "href=\"mailto:bonjour@remise.example\""));
    BOOST_TEST(!has(ours().refusalPage(refusal, reading()).body, "mailto:"));
}

BOOST_AUTO_TEST_SUITE_END()
