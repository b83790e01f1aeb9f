// Stands between libpq and a server and cuts the wire at a chosen message: before the server hears of it, or after the
// server did it and before its answer arrives. The next connection goes through again.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>

namespace holdfast::test {

enum class Cut : std::uint8_t { beforeTheQuestion, beforeTheAnswer };

class CuttingProxy {
public:
    /// To a server on this machine.
    explicit CuttingProxy(int serverPort);
    CuttingProxy(const CuttingProxy&) = delete;
    CuttingProxy& operator=(const CuttingProxy&) = delete;
    ~CuttingProxy();

    int port() const { return m_port; }
    /// At the n-th message of the client from now on, 1 for the next.
    void cutAt(int nth, Cut how);
    void letThrough() { m_left = 0; }
    bool hasCut() const { return m_cut; }

private:
    void serve();
    void carry(int client);
    /// Whether the wire still holds.
    bool fromClient(int client, int server);

    int m_listening = -1;
    int m_serverPort;
    int m_port = 0;
    std::atomic<int> m_left{0};  ///< messages until the cut; 0: none
    std::atomic<Cut> m_how{Cut::beforeTheQuestion};
    std::atomic<bool> m_cut{false};
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

}  // namespace holdfast::test
