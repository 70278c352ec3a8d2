#pragma once

#include <boost/test/unit_test.hpp>

#include "tests/support/loop_drive.h"

namespace remise::test {

/// A test that needs drives is declared with `*boost::unit_test::precondition(remise::test::onlyWithDrives)`,
/// and is skipped and says so where none can be made.
inline boost::test_tools::assertion_result onlyWithDrives(boost::unit_test::test_unit_id) {
    boost::test_tools::assertion_result may(canMakeDrives());
    if (!may) may.message() << "only root may make drives of files";
    return may;
}

}  // namespace remise::test
