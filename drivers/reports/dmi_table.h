#pragma once

#include <string_view>
#include <vector>

#include "drivers/reports/text_lines.h"

/// What `dmidecode` prints (SMBIOS, DSP0134), cut into its structures.
namespace remise::drivers::reports {

struct DmiStructure {
    std::string_view title;               ///< "Memory Device"
    std::vector<Field> fields;            ///< "Size: 8 GB", in their order
    std::vector<std::string_view> items;  ///< lines of the lists below fields: "UEFI is supported"

    /// The first field of that name; empty without one.
    [[nodiscard]] std::string_view value(std::string_view key) const;
    [[nodiscard]] bool lists(std::string_view item) const;
};

/// All versions from 2.2 on: blanks or tabs, with handles or without (`-q`), also behind lines of other
/// programs. What is no structure gives none.
[[nodiscard]] std::vector<DmiStructure> dmiStructures(std::string_view text);

}  // namespace remise::drivers::reports
