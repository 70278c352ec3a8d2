#pragma once

#include <string>

namespace remise::drivers::reports {

/// What a firmware says in the fields where a name should be, cleaned; empty for a placeholder.
struct SaidNames {
    std::string maker, product, version;
    std::string boardMaker, boardProduct;
};

/// What people call the machine.
struct MachineName {
    std::string maker;
    std::string model;    ///< "ThinkPad T495"
    std::string product;  ///< the maker's number for it ("20NJCTO1WW"), where the name is another
};

/// Lenovo (and IBM before it) write their number as the product and the name as its version. A machine put
/// together by hand has no name of its own, and people call it by its board.
[[nodiscard]] MachineName machineNameOf(const SaidNames&);

}  // namespace remise::drivers::reports
