#include "drivers/reports/xml_reader.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace remise::drivers::reports;
using nlohmann::json;

namespace {

const XmlPaths paths{"query", "content/bios", "content/cpus"};

json read(std::string_view xml) {
    const auto tree = readXml(xml, paths);
    if (!tree) BOOST_FAIL(tree.refusal().text(remise::domain::Language::english));
    return *tree;
}

std::string refusalOf(std::string_view xml) {
    const auto tree = readXml(xml, paths);
    return tree ? "read" : std::string(tree.refusal().code());
}

std::string nested(int depth) {
    std::string xml = "<R><CONTENT><BIOS>";
    for (int i = 0; i < depth; ++i)
        xml += "<A>";
    for (int i = 0; i < depth; ++i)
        xml += "</A>";
    return xml + "</BIOS></CONTENT></R>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_reader_test)

BOOST_AUTO_TEST_CASE(elements_become_objects_texts_and_lists) {
    const json tree = read(
        "<?xml version=\"1.0\"?><R><QUERY>A &amp; B</QUERY><CONTENT><BIOS><SSN>X</SSN></BIOS>"
        "<CPUS><NAME>one</NAME></CPUS><CPUS><NAME>two</NAME></CPUS></CONTENT></R>");
    const json expected = json::parse(
        R"({"query":"A & B","content":{"bios":{"ssn":"X"},"cpus":[{"name":"one"},{"name":"two"}]}})");
    BOOST_TEST(tree == expected);
}

BOOST_AUTO_TEST_CASE(an_element_may_be_called_what_its_attribute_says) {
    const auto tree =
        readXml("<R><BIOS><entry type=\"string\" name=\"SSN\">X</entry><entry>Y</entry></BIOS></R>", {"bios"},
                XmlNames::ofAttributes);
    BOOST_TEST(*tree == json::parse(R"({"bios":{"ssn":"X","entry":"Y"}})"));
}

BOOST_AUTO_TEST_CASE(what_was_not_asked_for_is_not_read) {
    const json tree = read(
        "<R><CONTENT><USERS><LOGIN>ada</LOGIN></USERS><BIOS>x</BIOS></CONTENT>"
        "<QUERYING>no</QUERYING><QUERY>yes</QUERY></R>");
    BOOST_TEST(tree == json::parse(R"({"content":{"bios":"x"},"query":"yes"})"));
}

BOOST_AUTO_TEST_CASE(a_doctype_is_refused_before_it_can_name_anything) {
    BOOST_TEST(refusalOf("<!DOCTYPE R [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><R>&a;</R>") ==
               "has_doctype");
    BOOST_TEST(refusalOf("<?xml version=\"1.0\"?>\n<!DOCTYPE R><R/>") == "has_doctype");
}

BOOST_AUTO_TEST_CASE(what_is_not_well_formed_is_refused_with_its_line) {
    for (const char* xml : {"", "<R>", "<R></S>", "<R>&nosuch;</R>", "<R/><R/>", "no xml", "<R a></R>"})
        BOOST_TEST(refusalOf(xml) == "report_field", xml);
    const auto broken = readXml("<R>\n<QUERY>x\n</R>", paths);
    BOOST_REQUIRE(!broken);
    BOOST_TEST(broken.refusal().details().at("field") == "XML, 3");
}

BOOST_AUTO_TEST_CASE(depth_and_number_of_elements_are_bounded_read_or_not) {
    BOOST_TEST(refusalOf(nested(20)) == "read");
    BOOST_TEST(refusalOf(nested(30)) == "report_too_deep");
    std::string unread = "<R>";
    for (int i = 0; i < 40; ++i)
        unread += "<X>";
    BOOST_TEST(refusalOf(unread) == "report_too_deep");
    std::string many = "<R><CONTENT><BIOS>";
    for (int i = 0; i < 100'001; ++i)
        many += "<A/>";
    BOOST_TEST(refusalOf(many + "</BIOS></CONTENT></R>") == "too_large");
}

BOOST_AUTO_TEST_CASE(old_encodings_and_stray_bytes_are_read) {
    BOOST_TEST(
        read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><R><QUERY>\xC9t\xE9</QUERY></R>")["query"] ==
        "Été");
    BOOST_TEST(
        read("<?xml version=\"1.0\" encoding=\"windows-1252\"?><R><QUERY>\x80 5</QUERY></R>")["query"] ==
        "€ 5");
    BOOST_TEST(read("<?xml version=\"1.0\" encoding=\"UTF-8\"?><R><QUERY>a\xFF"
                    "b</QUERY></R>")["query"] ==
               "a\xEF\xBF\xBD"
               "b");
    BOOST_TEST(read("<R><QUERY>a\x01"
                    "b</QUERY></R>")["query"] == "a b");
}

BOOST_AUTO_TEST_SUITE_END()
