#pragma once

#include <QDate>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "labels/label.h"
#include "terminal/sqlite_file.h"

namespace remise::terminal {

/// Where labels of a kind come out: which printer, and the paper that is in it.
struct LabelPlace {
    std::string printer;  ///< its id
    labels::Paper paper;

    bool operator==(const LabelPlace& other) const {
        return printer == other.printer && labels::nameOf(paper) == labels::nameOf(other.paper);
    }
};

/// What was decided at this terminal about its printers, kept in DIR/places.sqlite: where labels of a kind
/// come out, and which were looked at today before they were printed.
class LabelPlaces {
public:
    explicit LabelPlaces(const std::filesystem::path& folder);

    /// Nothing when nobody has chosen.
    [[nodiscard]] std::optional<LabelPlace> chosen(std::string_view kind) const;
    void choose(std::string_view kind, const LabelPlace&);
    [[nodiscard]] bool isChosen(const std::string& printer) const;

    [[nodiscard]] bool wasSeen(std::string_view kind, const LabelPlace&, QDate day) const;
    void keepSeen(std::string_view kind, const LabelPlace&, QDate day);

private:
    void attempt(const std::function<void(SqliteFile&)>& work) const;

    std::unique_ptr<SqliteFile> m_file;
};

}  // namespace remise::terminal
