#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "labels/bitmap.h"

namespace remise::test {

/// Many labels of one size in one picture, each with its caption, for somebody to look at.
class ContactSheet {
public:
    void add(std::string caption, labels::Bitmap label);
    [[nodiscard]] labels::Bitmap picture() const;
    void save(const std::filesystem::path&) const;

private:
    std::vector<std::pair<std::string, labels::Bitmap>> m_labels;
};

}  // namespace remise::test
