#include <Poco/Net/Context.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <thread>

#include "tests/server/http/running_server.h"
#include "tests/support/temporary_folder.h"

using namespace remise;
using namespace remise::http;
namespace net = Poco::Net;

namespace {

/// A key and its self-signed certificate, as PEM files.
struct Identity {
    Identity() {
        EVP_PKEY* pair = EVP_EC_gen("P-256");
        X509* card = X509_new();
        X509_set_version(card, 2);
        X509_gmtime_adj(X509_getm_notBefore(card), 0);
        X509_gmtime_adj(X509_getm_notAfter(card), 3600);
        X509_set_pubkey(card, pair);
        X509_sign(card, pair, EVP_sha256());
        std::FILE* file = std::fopen(key.c_str(), "w");
        PEM_write_PrivateKey(file, pair, nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(file);
        file = std::fopen(certificate.c_str(), "w");
        PEM_write_X509(file, card);
        std::fclose(file);
        X509_free(card);
        EVP_PKEY_free(pair);
    }

    test::TemporaryFolder folder;
    std::filesystem::path key = folder.path() / "key.pem", certificate = folder.path() / "certificate.pem";
};

std::string receiveUntil(net::SecureStreamSocket& socket, std::string_view text) {
    std::string received;
    char byte = 0;
    while (!received.ends_with(text) && socket.receiveBytes(&byte, 1) == 1)
        received += byte;
    return received;
}

struct SecureSite : test::RunningServer {
    SecureSite() : RunningServer({.certificate = identity().certificate, .key = identity().key}) {
        routes().add(
            {"GET", "/", [](const Request& r) { return Reply::text(r.secure ? "secure" : "plain"); }});
        routes().add({"POST", "/echo", [](const Request& r) { return Reply::text(r.body); }});
        routes().add({"GET", "/live", [](const Request&) { return Reply::eventStream("all"); }});
    }

    static const Identity& identity() {
        static const Identity one;
        return one;
    }

    net::SecureStreamSocket connect() {
        const net::Context::Ptr context =
            new net::Context(net::Context::TLS_CLIENT_USE, "", net::Context::VERIFY_NONE);
        return net::SecureStreamSocket(net::SocketAddress("127.0.0.1", port()), context);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(tls_test)

BOOST_FIXTURE_TEST_CASE(requests_and_bodies_go_over_tls, SecureSite) {
    auto socket = connect();
    const std::string ask = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.sendBytes(ask.data(), static_cast<int>(ask.size()));
    BOOST_TEST(receiveUntil(socket, "secure").find("200 OK") != std::string::npos);
    const std::string head = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n",
                      body = "hello world";
    socket.sendBytes(head.data(), static_cast<int>(head.size()));
    socket.sendBytes(body.data(), static_cast<int>(body.size()));
    BOOST_TEST(receiveUntil(socket, "hello world").find("200 OK") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_large_reply_reaches_who_reads_it_late, SecureSite) {
    const std::string large(8 << 20, 'x');
    settings.crew.workers = 1;
    routes().add({"GET", "/large", [&](const Request&) { return Reply::text(large); }});
    auto late = connect(), other = connect();
    const std::string wish = "GET /large HTTP/1.1\r\nHost: x\r\n\r\n",
                      ask = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    late.sendBytes(wish.data(), static_cast<int>(wish.size()));
    while (router.traffic().gathered < 1 << 20)
        std::this_thread::yield();
    other.sendBytes(ask.data(), static_cast<int>(ask.size()));
    BOOST_TEST(receiveUntil(other, "secure").find("200 OK") != std::string::npos);
    BOOST_TEST((receiveUntil(late, "\r\n\r\n" + large).size() > large.size()));
}

BOOST_FIXTURE_TEST_CASE(two_hundred_unfinished_handshakes_keep_nobody_waiting, SecureSite) {
    settings.crew.workers = 1;
    settings.patience.request = std::chrono::hours(1);
    std::vector<std::unique_ptr<test::HttpClient>> silent;
    for (int i = 0; i < 200; ++i) {
        silent.push_back(std::make_unique<test::HttpClient>(port()));
        if (i % 2 == 0) silent.back()->send("\x16\x03\x01\x02");  // a handshake begins so
    }
    auto socket = connect();
    const std::string ask = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    for (int i = 0; i < 10; ++i) {
        socket.sendBytes(ask.data(), static_cast<int>(ask.size()));
        BOOST_TEST(receiveUntil(socket, "secure").find("200 OK") != std::string::npos);
    }
    BOOST_TEST(server->connections() == 201);
}

BOOST_FIXTURE_TEST_CASE(a_handshake_has_a_deadline_and_so_has_a_request_over_tls, SecureSite) {
    settings.patience.request = std::chrono::milliseconds(500);
    test::HttpClient silent(port());
    auto socket = connect();
    const std::string half = "GET / HTTP/1.1\r\nX-Drip: ";
    socket.sendBytes(half.data(), static_cast<int>(half.size()));
    BOOST_TEST(receiveUntil(socket, "\r\n\r\n").starts_with("HTTP/1.1 408 "));
    BOOST_TEST(silent.endsQuietly());
}

BOOST_FIXTURE_TEST_CASE(event_streams_go_over_tls, SecureSite) {
    auto socket = connect();
    const std::string ask = "GET /live HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.sendBytes(ask.data(), static_cast<int>(ask.size()));
    receiveUntil(socket, "retry: 2000\n\n");
    const std::string large(20'000, 'x');
    streams.publish("all", "1", large);
    BOOST_TEST((receiveUntil(socket, "\n\n") == "id: 1\ndata: " + large + "\n\n"));
}

BOOST_FIXTURE_TEST_CASE(plain_http_is_not_answered_and_harms_nobody, SecureSite) {
    test::HttpClient plain(port());
    plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    plain.endsQuietly();
    auto socket = connect();
    const std::string ask = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.sendBytes(ask.data(), static_cast<int>(ask.size()));
    BOOST_TEST(receiveUntil(socket, "secure").find("200 OK") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
