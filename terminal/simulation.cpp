#include "terminal/simulation.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSaveFile>
#include <cmath>
#include <stdexcept>

#include "terminal/shell.h"

namespace remise::terminal {

using domain::Value;

Simulation::Simulation(Shell& shell, QQuickWindow& window, std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_shell(shell), m_window(window), m_folder(std::move(folder)) {
    // Queued, so that it runs in this thread once the frame is on the screen.
    connect(&m_window, &QQuickWindow::frameSwapped, this, &Simulation::report, Qt::QueuedConnection);
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

void Simulation::report() {
    std::string text = domain::canonicalJson(view()) + "\n";
    if (text == m_written) return;
    QSaveFile file(QString::fromStdString((m_folder / "terminal-view.json").string()));
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(text.data(), static_cast<qint64>(text.size())) >= 0 && file.commit();
    if (!written) throw std::runtime_error("Cannot write " + file.fileName().toStdString());
    m_written = std::move(text);
}

}  // namespace remise::terminal
