#include "support/cutting_proxy.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace holdfast::test {
namespace {

constexpr int moment = 20;  // milliseconds between looks at whether to stop

sockaddr_in onThisMachine(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

sockaddr* asAny(sockaddr_in& address)
{
    return reinterpret_cast<sockaddr*>(&address);  // what the calls of sockets ask for
}

/// Whether anything came; false as well when the other side hung up.
bool passOn(int from, int to)
{
    std::array<char, 65'536> buffer{};
    const ssize_t read = ::recv(from, buffer.data(), buffer.size(), 0);
    for (ssize_t sent = 0; sent < read;) {
        const ssize_t some = ::send(to, buffer.data() + sent, static_cast<std::size_t>(read - sent), MSG_NOSIGNAL);
        if (some <= 0)
            return false;
        sent += some;
    }
    return read > 0;
}

}  // namespace

CuttingProxy::CuttingProxy(int serverPort) : m_serverPort{serverPort}
{
    m_listening = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = onThisMachine(0);
    socklen_t length = sizeof address;
    if (m_listening < 0 || ::bind(m_listening, asAny(address), length) != 0 || ::listen(m_listening, 8) != 0 ||
        ::getsockname(m_listening, asAny(address), &length) != 0)
        throw std::runtime_error{"no port to stand between"};
    m_port = ntohs(address.sin_port);
    m_thread = std::thread{[this] { serve(); }};
}

CuttingProxy::~CuttingProxy()
{
    m_stopping = true;
    m_thread.join();
    ::close(m_listening);
}

void CuttingProxy::cutAt(int nth, Cut how)
{
    m_cut = false;
    m_how = how;
    m_left = nth;
}

void CuttingProxy::serve()
{
    while (!m_stopping) {
        pollfd waiting{m_listening, POLLIN, 0};
        if (::poll(&waiting, 1, moment) <= 0)
            continue;
        const int client = ::accept(m_listening, nullptr, nullptr);
        if (client < 0)
            continue;
        carry(client);
        ::close(client);
    }
}

void CuttingProxy::carry(int client)
{
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = onThisMachine(m_serverPort);
    bool holds = ::connect(server, asAny(address), sizeof address) == 0;
    while (holds && !m_stopping) {
        std::array<pollfd, 2> sides{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        if (::poll(sides.data(), sides.size(), moment) <= 0)
            continue;
        if (sides[0].revents != 0)
            holds = fromClient(client, server);
        if (holds && sides[1].revents != 0)
            holds = passOn(server, client);
    }
    ::close(server);
}

bool CuttingProxy::fromClient(int client, int server)
{
    if (m_left == 0 || --m_left > 0)
        return passOn(client, server);
    m_cut = true;
    if (m_how == Cut::beforeTheQuestion || !passOn(client, server))
        return false;
    for (;;) {  // until the server has done it; a long question comes in parts
        std::array<pollfd, 2> sides{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        ::poll(sides.data(), sides.size(), -1);
        if (sides[1].revents != 0 || !passOn(client, server))
            return false;
    }
}

}  // namespace holdfast::test
