#include "terminal/label_places.h"

#include <QDebug>

#include "terminal/card_view.h"

namespace remise::terminal {

namespace {

QString sizeOf(const labels::Paper& paper) {
    return asQString(labels::nameOf(paper));
}

}  // namespace

LabelPlaces::LabelPlaces(const std::filesystem::path& folder) {
    try {
        m_file = std::make_unique<SqliteFile>(folder / "places.sqlite");
        m_file->run(
            "CREATE TABLE IF NOT EXISTS place (kind TEXT PRIMARY KEY, printer TEXT NOT NULL, "
            "paper TEXT NOT NULL)");
        m_file->run(
            "CREATE TABLE IF NOT EXISTS seen (kind TEXT NOT NULL, printer TEXT NOT NULL, paper TEXT NOT "
            "NULL, "
            "day TEXT NOT NULL, PRIMARY KEY (kind, printer))");
    } catch (const StorageFault& fault) {
        qWarning("%s", fault.what());
        m_file.reset();
    }
}

/// A disk that keeps nothing costs a choice, never a label.
void LabelPlaces::attempt(const std::function<void(SqliteFile&)>& work) const {
    if (!m_file) return;
    try {
        work(*m_file);
    } catch (const StorageFault& fault) {
        qWarning("%s", fault.what());
    }
}

std::optional<LabelPlace> LabelPlaces::chosen(std::string_view kind) const {
    std::optional<LabelPlace> place;
    attempt([&](SqliteFile& file) {
        QSqlQuery query = file.run("SELECT printer, paper FROM place WHERE kind = ?", {asQString(kind)});
        if (!query.next()) return;
        const auto paper = labels::paperNamed(query.value(1).toString().toStdString());
        if (paper) place = LabelPlace{query.value(0).toString().toStdString(), *paper};
    });
    return place;
}

void LabelPlaces::choose(std::string_view kind, const LabelPlace& place) {
    attempt([&](SqliteFile& file) {
        file.run("REPLACE INTO place VALUES (?, ?, ?)",
                 {asQString(kind), asQString(place.printer), sizeOf(place.paper)});
    });
}

bool LabelPlaces::isChosen(const std::string& printer) const {
    bool is = false;
    attempt([&](SqliteFile& file) {
        is = file.run("SELECT 1 FROM place WHERE printer = ?", {asQString(printer)}).next();
    });
    return is;
}

bool LabelPlaces::wasSeen(std::string_view kind, const LabelPlace& place, QDate day) const {
    bool was = false;
    attempt([&](SqliteFile& file) {
        was = file.run("SELECT 1 FROM seen WHERE kind = ? AND printer = ? AND paper = ? AND day = ?",
                       {asQString(kind), asQString(place.printer), sizeOf(place.paper),
                        day.toString(Qt::ISODate)})
                  .next();
    });
    return was;
}

void LabelPlaces::keepSeen(std::string_view kind, const LabelPlace& place, QDate day) {
    attempt([&](SqliteFile& file) {
        file.run("REPLACE INTO seen VALUES (?, ?, ?, ?)",
                 {asQString(kind), asQString(place.printer), sizeOf(place.paper), day.toString(Qt::ISODate)});
    });
}

}  // namespace remise::terminal
