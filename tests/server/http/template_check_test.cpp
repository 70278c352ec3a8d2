#include "server/http/template_check.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::http;
namespace bdata = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(template_check_test)

const std::vector<std::string> unsafe{
    "{{{name}}}",
    "{{&name}}",
    "{{& name}}",
    "{{=<% %>=}}",
    "{{name",
    "<p class={{name}}>",
    "<p class=a{{name}}>",
    "<p {{name}}>",
    "<p {{name}}=\"1\">",
    "<{{name}}>",
    "<p onclick=\"f('{{name}}')\">",
    "<p ONCLICK='f({{name}})'>",
    "<p style=\"width:{{width}}\">",
    "<script>let a = \"{{name}}\";</script>",
    "<style>{{name}}</style>",
    "<a href=\"{{address}}\">",
    "<a href=\"/{{path}}\">",
    "<a href=\"//{{host}}\">",
    "<a href=\"javascript:f({{x}})\">",
    "<img src='{{picture}}'>",
    "<form action=\"{{where}}\">",
    "<a title=\"a > b\" href=\"{{address}}\">",
};

BOOST_DATA_TEST_CASE(a_value_in_an_unsafe_place_is_refused, bdata::make(unsafe), text) {
    BOOST_CHECK_THROW(checkTemplate("test", text), std::invalid_argument);
}

const std::vector<std::string> safe{
    "<p>{{name}} {{#list}}<b>{{.}}</b>{{/list}} {{^list}}none{{/list}} {{! a note }} {{> card}}</p>",
    "<p class=\"badge {{state}}\" data-x='{{x}}'>",
    "<option value=\"{{id}}\" {{#chosen}}selected{{/chosen}}>{{label}}</option>",
    "<a href=\"/u/{{code}}\">",
    "<a href=\"/units?code={{code}}&amp;x={{y}}\">",
    "<a href=\"#{{id}}\">",
    "<a href=\"{{passport_url}}\">",
    "<a href=\"mailto:{{email}}\">",
    "<a href=\"/\">{{name}}</a>",
    "<script src=\"/static/live.js?v={{version}}\"></script><p>{{name}}</p>",
    "<!-- <p class= > --><p>{{name}}</p>",
    "<input value=\"{{x}}\" required/>{{y}}",
    "a < b {{x}}",
};

BOOST_DATA_TEST_CASE(a_value_in_a_safe_place_passes, bdata::make(safe), text) {
    BOOST_CHECK_NO_THROW(checkTemplate("test", text));
}

BOOST_AUTO_TEST_CASE(links_lead_to_our_pages_or_web_addresses) {
    for (const char* good : {"/u/BCDFGHJR", "#steps", "?page=2", "https://example.org", ""})
        BOOST_TEST(isSafeAddress(good));
    for (const char* bad :
         {"javascript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x", " /a"})
        BOOST_TEST(!isSafeAddress(bad));
}

BOOST_AUTO_TEST_SUITE_END()
