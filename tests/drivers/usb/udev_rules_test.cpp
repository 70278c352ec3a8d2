#include <fnmatch.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <regex>
#include <set>

namespace {

std::vector<std::string> rules() {
    std::ifstream file(REMISE_SOURCE_DIR "/drivers/usb/60-remise.rules");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line[0] != '#') lines.push_back(line);
    return lines;
}

/// The pattern that a rule compares a key with.
std::string patternOf(const std::string& key, const std::string& begins) {
    for (const std::string& rule : rules())
        if (const std::size_t at = rule.find(key); at != std::string::npos) {
            const std::size_t from = rule.find('"', at) + 1;
            const std::string pattern = rule.substr(from, rule.find('"', from) - from);
            if (pattern.starts_with(begins)) return pattern;
        }
    return {};
}

bool matches(const std::string& pattern, const std::string& interfaces) {
    return fnmatch(pattern.c_str(), interfaces.c_str(), 0) == 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(udev_rules_test)

BOOST_AUTO_TEST_CASE(every_rule_is_written_as_udev_reads_it) {
    const std::regex pair(R"re((SUBSYSTEM|ENV\{[A-Z_]+\}|ATTR\{[A-Za-z]+\})(==|!=)"[^"]*"|)re"
                          R"re((MODE|GROUP|GOTO|LABEL)="[^"]+"|TAG\+="[a-z]+")re");
    BOOST_TEST(!rules().empty());
    for (const std::string& rule : rules()) {
        std::string left = rule;
        for (std::smatch found; std::regex_search(left, found, pair) && found.position() == 0;) {
            left = found.suffix();
            if (left.starts_with(", ")) left.erase(0, 2);
        }
        BOOST_TEST(left.empty(), "not understood in " << rule << ": " << left);
    }
}

BOOST_AUTO_TEST_CASE(every_goto_has_its_label_further_down) {
    std::set<std::string> wanted;
    for (const std::string& rule : rules()) {
        if (const auto at = rule.find("GOTO="); at != std::string::npos) wanted.insert(rule.substr(at + 5));
        if (rule.starts_with("LABEL=")) wanted.erase(rule.substr(6));
    }
    BOOST_TEST(wanted.empty());
}

BOOST_AUTO_TEST_CASE(printers_match_by_their_class_and_keyboards_do_not) {
    const std::string printers = patternOf("ENV{ID_USB_INTERFACES}", "*:07");
    BOOST_TEST(matches(printers, ":070102:"));
    BOOST_TEST(matches(printers, ":030000:070101:"));
    BOOST_TEST(!matches(printers, ":030101:"));
    const std::string scanners = patternOf("ENV{ID_USB_INTERFACES}", "*:03");
    BOOST_TEST(matches(scanners, ":030000:"));
    BOOST_TEST(!matches(scanners, ":030101:030102:"));
}

BOOST_AUTO_TEST_SUITE_END()
