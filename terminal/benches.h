#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <chrono>
#include <vector>

#include "server/domain/value.h"
#include "terminal/client.h"
#include "terminal/event_reader.h"

class QNetworkReply;

namespace remise::terminal {

/// The machines on the benches, as they stand now: each tells of itself as soon as something changes, and the
/// whole list is asked for now and then, so that those that have gone or fallen silent are found out too.
class Benches : public QObject {
    Q_OBJECT
public:
    explicit Benches(Client& client, QObject* parent = nullptr,
                     std::chrono::milliseconds between = std::chrono::seconds(3));
    ~Benches() override;

    /// From now on, or no longer: nobody looks.
    void follow(bool wanted);
    /// Each as GET /api/v1/benches tells it.
    [[nodiscard]] const std::vector<domain::Value>& all() const { return m_all; }
    /// The server could not be asked: this is how they stood before.
    [[nodiscard]] bool areOld() const { return m_areOld; }

signals:
    void changed();

private:
    void ask();
    void takeList(const Answer&);
    void listen();
    void stopListening();
    void hear();
    void take(domain::Value bench);
    void noteAway();

    Client& m_client;
    std::vector<domain::Value> m_all;
    bool m_isFollowing = false;
    bool m_areOld = false;
    int m_question = 0;  ///< answers to older ones are of no interest
    QTimer m_again;
    QPointer<QNetworkReply> m_stream;
    EventReader m_reader;
};

}  // namespace remise::terminal
