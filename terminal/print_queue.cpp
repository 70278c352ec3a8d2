#include "terminal/print_queue.h"

#include <QCoreApplication>
#include <QDebug>
#include <algorithm>

#include "labels/label.h"
#include "server/domain/refusals.h"
#include "server/wire/json.h"

namespace remise::terminal {

using domain::Value;
using drivers::Printed;
using drivers::PrinterState;
using drivers::PrintResult;

namespace {

constexpr auto betweenLooks = std::chrono::seconds(1);

QVariant numberOf(std::int64_t number) {
    return QVariant::fromValue<qlonglong>(number);
}

QByteArray written(const PrintQueue::Label& label) {
    const Value entry(Value::Object{{"kind", label.kind},
                                    {"name", label.name},
                                    {"roll", label.purpose == PrintQueue::Purpose::roll},
                                    {"data", label.data}});
    return QByteArray::fromStdString(domain::canonicalJson(entry));
}

std::optional<PrintQueue::Label> readLabel(const QByteArray& bytes) {
    const auto entry = wire::readJson(bytes.toStdString());
    if (!entry || !entry->isObject()) return {};
    return PrintQueue::Label{
        entry->textOr("kind"), (*entry)["data"], entry->textOr("name"),
        (*entry)["roll"] == Value(true) ? PrintQueue::Purpose::roll : PrintQueue::Purpose::hand};
}

}  // namespace

PrintQueue::PrintQueue(drivers::Printer* printer, const std::filesystem::path& folder, QObject* parent)
    : QObject(parent), m_printer(printer), m_state(printer ? PrinterState::ready : PrinterState::offline) {
    m_again.setSingleShot(true);
    m_again.setInterval(betweenLooks);
    connect(&m_again, &QTimer::timeout, this, &PrintQueue::look);
    m_hand.moveToThread(&m_thread);
    m_thread.start();
    open(folder);
    goOn();
}

/// The label under way is waited for: what the printer tells of it is worth knowing.
PrintQueue::~PrintQueue() {
    m_isEnding = true;
    m_thread.quit();
    m_thread.wait();
    QCoreApplication::sendPostedEvents(this);
}

void PrintQueue::open(const std::filesystem::path& folder) {
    try {
        m_file = std::make_unique<SqliteFile>(folder / "prints.sqlite");
        m_file->run(
            "CREATE TABLE IF NOT EXISTS label (number INTEGER PRIMARY KEY, stage INTEGER NOT NULL, "
            "entry BLOB NOT NULL)");
        load();
    } catch (const StorageFault& fault) {
        qWarning("%s", fault.what());
        m_file.reset();
    }
}

/// What was under way when this program ended is in doubt. What was for somebody's hand is forgotten: whoever
/// it was begins that machine anew, with another code.
void PrintQueue::load() {
    QSqlQuery query = m_file->run("SELECT number, stage, entry FROM label ORDER BY number");
    while (query.next()) {
        const std::int64_t number = query.value(0).toLongLong();
        m_lastNumber = number;
        auto label = readLabel(query.value(2).toByteArray());
        if (!label || label->purpose == Purpose::hand) continue;
        const bool waits = query.value(1).toInt() == static_cast<int>(Stage::waiting);
        m_jobs.push_back({number, std::move(*label), waits ? Stage::waiting : Stage::doubtful});
    }
    query.finish();
    for (const Job& job : m_jobs)
        if (job.stage == Stage::doubtful)
            m_file->run("UPDATE label SET stage = ? WHERE number = ?",
                        {static_cast<int>(Stage::doubtful), numberOf(job.number)});
}

bool PrintQueue::store(const QString& sql, const QVariantList& values) {
    try {
        if (m_file) m_file->run(sql, values);
        return m_file != nullptr;
    } catch (const StorageFault& fault) {
        qWarning("%s", fault.what());
        return false;
    }
}

domain::Verdict PrintQueue::add(const Label& label) {
    if (const auto drawn = labels::drawLabel(label.kind, label.data); !drawn) return drawn.refusal();
    const std::int64_t number = m_lastNumber + 1;
    if (!store("INSERT OR REPLACE INTO label (number, stage, entry) VALUES (?, ?, ?)",
               {numberOf(number), static_cast<int>(Stage::waiting), written(label)}))
        return domain::Refusal(domain::refusals::notStored);
    m_lastNumber = number;
    m_jobs.push_back({number, label, Stage::waiting});
    emit changed();
    goOn();
    return {};
}

PrintQueue::Job* PrintQueue::find(const std::string& name) {
    const auto job = std::ranges::find_if(m_jobs, [&](const Job& one) { return one.label.name == name; });
    return job == m_jobs.end() ? nullptr : &*job;
}

void PrintQueue::drop(std::int64_t number) {
    store("DELETE FROM label WHERE number = ?", {numberOf(number)});
    std::erase_if(m_jobs, [&](const Job& job) { return job.number == number; });
    emit changed();
}

void PrintQueue::found(const std::string& name) {
    forget(name);
}

void PrintQueue::forget(const std::string& name) {
    Job* job = find(name);
    if (!job) return;
    job->isWanted = false;
    if (job->stage != Stage::sending) drop(job->number);
    goOn();
}

void PrintQueue::destroyed(const std::string& name) {
    Job* job = find(name);
    if (!job || job->stage != Stage::doubtful || !mark(*job, Stage::waiting)) return;
    emit changed();
    goOn();
}

bool PrintQueue::holds(const std::string& name) const {
    return std::ranges::any_of(m_jobs, [&](const Job& job) { return job.label.name == name; });
}

bool PrintQueue::isHindered() const {
    return !m_jobs.empty() && m_state != PrinterState::ready && m_state != PrinterState::busy;
}

std::optional<std::string> PrintQueue::doubtful() const {
    const auto job = std::ranges::find(m_jobs, Stage::doubtful, &Job::stage);
    return job == m_jobs.end() ? std::nullopt : std::optional(job->label.name);
}

bool PrintQueue::mark(Job& job, Stage stage) {
    const bool isKept =
        store("UPDATE label SET stage = ? WHERE number = ?", {static_cast<int>(stage), numberOf(job.number)});
    if (isKept) job.stage = stage;
    return isKept;
}

/// Nothing goes to the printer before the disk knows that it may have.
void PrintQueue::goOn() {
    if (m_isBusy || m_isEnding || m_jobs.empty() || doubtful()) return;
    if (!m_printer || !mark(m_jobs.front(), Stage::sending)) return m_again.start();
    print(m_jobs.front());
}

void PrintQueue::print(const Job& job) {
    m_isBusy = true;
    QMetaObject::invokeMethod(&m_hand, [this, number = job.number, label = job.label] {
        const auto drawn = labels::drawLabel(label.kind, label.data);
        const PrintResult result = drawn ? m_printer->print(*drawn, label.name)
                                         : PrintResult{Printed::no, {PrinterState::unclear, "not drawn"}};
        QMetaObject::invokeMethod(this, [this, number, result] { take(number, result); });
    });
}

void PrintQueue::take(std::int64_t number, const PrintResult& result) {
    m_isBusy = false;
    const auto job = std::ranges::find(m_jobs, number, &Job::number);
    const std::string name = job->label.name;
    if (result.printed != Printed::yes && job->isWanted) {
        qWarning("The label %s: %s", name.c_str(), result.status.detail.c_str());
        mark(*job, result.printed == Printed::inDoubt ? Stage::doubtful : Stage::waiting);
        note(result.status.state);
        emit changed();
        return m_again.start();
    }
    drop(number);
    if (result.printed == Printed::yes) emit printed(QString::fromStdString(name));
    note(result.status.state);
    goOn();
}

/// A printer that can print again goes on by itself.
void PrintQueue::look() {
    if (m_isBusy || m_isEnding || !m_printer) return;
    m_isBusy = true;
    QMetaObject::invokeMethod(&m_hand, [this] {
        const PrinterState state = m_printer->status().state;
        QMetaObject::invokeMethod(this, [this, state] {
            m_isBusy = false;
            note(state);
            if (state == PrinterState::ready || state == PrinterState::busy) return goOn();
            m_again.start();
        });
    });
}

void PrintQueue::note(PrinterState state) {
    if (std::exchange(m_state, state) != state) emit changed();
}

}  // namespace remise::terminal
