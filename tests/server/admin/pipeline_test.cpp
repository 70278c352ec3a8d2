#include "server/admin/pipeline.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/support/test_database.h"

using namespace remise;
using admin::Pipeline;

namespace {

struct Place {
    test::TemporaryFolder folder;
    std::filesystem::path in = folder.path() / "in", out = folder.path() / "out";

    Place() { std::ofstream(in) << "b\na\n"; }
    std::string written() {
        std::ifstream file(out);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

auto says(const std::string& words) {
    return [words](const std::runtime_error& failed) {
        return std::string(failed.what()).find(words) != std::string::npos;
    };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pipeline_test, Place)

BOOST_AUTO_TEST_CASE(each_program_reads_what_the_one_before_writes) {
    Pipeline{{{"sort"}, {"tr", "a-z", "A-Z"}, {"cat"}}, in, out}.run();
    BOOST_TEST(written() == "A\nB\n");
}

BOOST_AUTO_TEST_CASE(the_failure_of_any_program_is_told_with_its_own_words) {
    BOOST_CHECK_EXCEPTION((Pipeline{{{"cat", "/nowhere"}, {"cat"}}, in, out}.run()), std::runtime_error,
                          says("cat ended with 1\ncat: /nowhere"));
    BOOST_CHECK_EXCEPTION((Pipeline{{{"cat"}, {"sort", "--dance"}}, in, out}.run()), std::runtime_error,
                          says("sort ended with 2"));
}

BOOST_AUTO_TEST_CASE(when_the_last_fails_the_one_before_is_not_waited_for_in_vain) {
    BOOST_CHECK_EXCEPTION((Pipeline{{{"yes"}, {"sort", "--dance"}}, in, out}.run()), std::runtime_error,
                          says("sort ended with 2"));
}

BOOST_AUTO_TEST_CASE(a_program_that_is_not_there_is_named) {
    BOOST_CHECK_EXCEPTION((Pipeline{{{"cat"}, {"no-such-program"}}, in, out}.run()), std::runtime_error,
                          says("no-such-program"));
}

BOOST_AUTO_TEST_SUITE_END()
