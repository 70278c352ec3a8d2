#include "drivers/reports/lscpu.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

namespace {

const std::string laptop = R"(Architecture:          x86_64
CPU(s):                8
Thread(s) per core:    2
Core(s) per socket:    4
Socket(s):             1
Vendor ID:             GenuineIntel
Model name:            Intel(R) Core(TM) i5-8350U  CPU @ 1.70GHz
CPU max MHz:           3600,0000
)";

std::vector<Processor> processorsOf(const std::string& text) {
    const auto processors = readLscpu(text);
    if (!processors) BOOST_FAIL(processors.refusal().text(remise::domain::Language::english));
    return *processors;
}

void checkIsTheLaptop(const std::vector<Processor>& processors) {
    BOOST_REQUIRE(processors.size() == 1U);
    BOOST_TEST(processors[0].name == "Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz");
    BOOST_TEST(processors[0].maker == "Intel");
    BOOST_TEST(processors[0].cores.value() == 4);
    BOOST_TEST(processors[0].threads.value() == 8);
    BOOST_TEST(processors[0].megahertz.value() == 3600);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lscpu_test)

BOOST_AUTO_TEST_CASE(a_processor_is_read_as_it_calls_itself) {
    checkIsTheLaptop(processorsOf(laptop));
}

BOOST_AUTO_TEST_CASE(json_says_the_same_also_in_the_newer_tree) {
    checkIsTheLaptop(processorsOf(R"json({"lscpu": [
        {"field": "Vendor ID:", "data": "GenuineIntel", "children": [
            {"field": "Model name:", "data": "Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz", "children": [
                {"field": "Thread(s) per core:", "data": "2"}, {"field": "Core(s) per socket:", "data": "4"},
                {"field": "Socket(s):", "data": "1"}, {"field": "CPU max MHz:", "data": "3600.0000"}]}]}]})json"));
}

BOOST_AUTO_TEST_CASE(french_says_the_same) {
    checkIsTheLaptop(
        processorsOf("Architecture :          x86_64\nThread(s) par cœur :    2\nCœur(s) par socket :    4\n"
                     "Socket(s) :             1\nIdentifiant constructeur : GenuineIntel\n"
                     "Nom de modèle :         Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz\n"
                     "Vitesse maximale du processeur en MHz : 3600,0000\n"));
}

BOOST_AUTO_TEST_CASE(two_sockets_are_two_processors) {
    BOOST_TEST(processorsOf("Model name: AMD EPYC 7451\nSocket(s): 2\nCore(s) per socket: 24\n").size() ==
               2U);
}

BOOST_AUTO_TEST_CASE(a_text_without_a_name_is_refused) {
    BOOST_TEST(readLscpu("Architecture: x86_64\n").refusal().code() == "report_lacks");
    BOOST_TEST(readLscpu("{\"lscpu\": 7}").refusal().code() == "report_lacks");
}

BOOST_AUTO_TEST_CASE(a_text_cut_anywhere_is_read_or_refused) {
    for (std::size_t length = 0; length <= laptop.size(); ++length)
        if (const auto processors = readLscpu(laptop.substr(0, length)))
            BOOST_REQUIRE(processors->size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
