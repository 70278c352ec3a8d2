#include "terminal/simulation.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSaveFile>
#include <chrono>
#include <cmath>
#include <stdexcept>

#include "terminal/shell.h"

namespace remise::terminal {

using domain::Value;

namespace {

constexpr qsizetype fewShelves = 3;
constexpr auto nextLook = std::chrono::milliseconds(50);

}  // namespace

Simulation::Simulation(Shell& shell, Client& client, QQuickWindow& window, std::filesystem::path folder,
                       QObject* parent)
    : QObject(parent), m_shell(shell), m_client(client), m_window(window), m_folder(std::move(folder)) {
    // Queued, so that it runs in this thread once the frame is on the screen.
    connect(&m_window, &QQuickWindow::frameSwapped, this, &Simulation::report, Qt::QueuedConnection);
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(nextLook);
    connect(&m_lookAgain, &QTimer::timeout, this, &Simulation::report);
    connect(&m_shell, &Shell::changed, this, [this] {
        if (m_shell.isReady() && !std::exchange(m_knowsShelves, true)) fetchShelves();
    });
}

/// Every visible item that says what touching it means is an answer.
void Simulation::addAnswers(Value::Array& answers, const QQuickItem& item) const {
    if (!item.isVisible() || item.opacity() == 0) return;
    if (const QVariant label = item.property("touchLabel"); label.isValid() && item.isEnabled()) {
        const QRectF place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
        Value answer;
        answer["label"] = label.toString().toStdString();
        answer["x"] = static_cast<std::int64_t>(std::lround(place.x()));
        answer["y"] = static_cast<std::int64_t>(std::lround(place.y()));
        answer["width"] = static_cast<std::int64_t>(std::lround(place.width()));
        answer["height"] = static_cast<std::int64_t>(std::lround(place.height()));
        answers.push_back(std::move(answer));
    }
    for (const QQuickItem* child : item.childItems())
        addAnswers(answers, *child);
}

Value Simulation::view() const {
    const WorkScreen& work = *m_shell.work();
    const QString screen = m_shell.screen();
    const bool working = screen == "work";
    const QVariantMap refusal = working && m_shell.refusal().isEmpty() ? work.refusal() : m_shell.refusal();
    Value view;
    view["screen"] = screen.toStdString();
    view["card"] = (working ? work.card() : screen).toStdString();
    view["layout"] = working ? work.layout().toStdString() : "";
    view["station"] = m_shell.stationTitle().toStdString();
    view["worker"] = m_shell.worker().toStdString();
    view["sentence"] =
        (working ? work.sentence() : m_shell.words()[screen + ".sentence"].toString()).toStdString();
    view["unit"] = working ? work.unit()["code"].toString().remove(QChar(0xA0)).toStdString() : "";
    view["refusal"] = refusal["code"].toString().toStdString();
    view["refusal_text"] = refusal["text"].toString().toStdString();
    view["result"] = working ? work.result()["text"].toString().toStdString() : "";
    view["printed"] = m_shell.printedCodes().value(0).toStdString();
    view["waiting"] = m_shell.waiting();
    Value::Array answers;
    addAnswers(answers, *m_window.contentItem());
    view["answers"] = std::move(answers);
    return view;
}

void Simulation::fetchShelves() {
    m_client.get("/api/v1/locations", [this](const Answer& answer) {
        QStringList shelves;
        const Value& locations = answer.body["locations"];
        for (const Value& location : locations.isArray() ? locations.array() : Value::Array{}) {
            if (shelves.size() < fewShelves) shelves << QString::fromStdString(location.textOr("code"));
        }
        m_window.setProperty("shelves", shelves);
    });
}

void Simulation::report() {
    // A card that has just come takes no touch: it is told once it does.
    if (m_shell.screen() == "work" && !m_shell.work()->takesTouches()) return m_lookAgain.start();
    std::string text = domain::canonicalJson(view()) + "\n";
    if (text == m_written) return;
    QSaveFile file(QString::fromStdString((m_folder / "terminal-view.json").string()));
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(text.data(), static_cast<qint64>(text.size())) >= 0 && file.commit();
    if (!written) throw std::runtime_error("Cannot write " + file.fileName().toStdString());
    m_written = std::move(text);
}

}  // namespace remise::terminal
