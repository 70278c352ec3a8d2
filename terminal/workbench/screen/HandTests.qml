import QtQuick
import Remise

/// The tests that need hands, one after another over the whole screen, as long as the machine waits for answers.
Rectangle {
    id: hands

    required property BenchProgram bench
    required property real enlargement
    readonly property var todo: (bench.state.tests ?? []).filter(row => row.result === "hands").map(row => row.test)
    readonly property string current: isOpen && todo.length > 0 ? todo[0] : ""
    property bool isOpen: false
    readonly property var pictures: ({ "keyboard": "keyboard", "trackpad": "pointer", "screen": "device-imac", "speakers": "volume", "microphone": "microphone",
            "webcam": "camera", "ports": "usb" })

    readonly property var screens: ({ "keyboard": "KeyboardTest.qml", "trackpad": "TrackpadTest.qml", "screen": "PanelTest.qml",
            "speakers": "SpeakersTest.qml", "microphone": "MicrophoneTest.qml", "webcam": "WebcamTest.qml", "ports": "PortsTest.qml" })

    signal closed

    function open() {
        isOpen = true;
    }

    function close() {
        isOpen = false;
    }

    visible: current !== ""
    color: Tokens.paper
    onVisibleChanged: {
        if (visible) return;
        Qt.callLater(close); // what is shown hangs on it
        closed();
    }
    onCurrentChanged: {
        if (current === "") loader.source = "";
        else loader.setSource(screens[current], { bench: bench });
    }

    // Nothing below is touched.
    MouseArea {
        anchors.fill: parent
        enabled: hands.visible
    }

    Item {
        width: hands.width / hands.enlargement
        height: hands.height / hands.enlargement
        scale: hands.enlargement
        transformOrigin: Item.TopLeft

        Item {
            id: head

            anchors { left: parent.left; right: parent.right; top: parent.top; margins: 32 }
            height: 96

            Icon {
                id: picture

                anchors.verticalCenter: parent.verticalCenter
                name: hands.pictures[hands.current] ?? ""
                side: 84
            }

            Text {
                anchors { left: picture.right; leftMargin: 24; right: later.left; rightMargin: 24; verticalCenter: parent.verticalCenter }
                text: hands.current === "" ? "" : hands.bench.word("bench.hands." + hands.current)
                color: Tokens.ink
                font { pixelSize: 44; bold: true }
                wrapMode: Text.WordWrap
            }

            Rectangle {
                id: later

                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                width: 220
                height: 88
                radius: 16
                color: Tokens.paper
                border { width: 3; color: Tokens.ink }

                Text {
                    anchors.centerIn: parent
                    text: hands.bench.word("bench.hands.later")
                    color: Tokens.ink
                    font { pixelSize: 32; bold: true }
                }

                TapHandler {
                    onTapped: hands.bench.putAside()
                }
            }
        }

        Loader {
            id: loader

            readonly property bool isWhole: hands.current === "screen"

            anchors { fill: parent; topMargin: isWhole ? 0 : head.height + 64; leftMargin: isWhole ? 0 : 32; rightMargin: anchors.leftMargin; bottomMargin: anchors.leftMargin }
            onLoaded: {
                item.answered.connect((result, defect) => {
                    item.enabled = false; // until the next one comes
                    hands.bench.answer(hands.current, result, defect);
                });
                item.forceActiveFocus();
            }
        }
    }
}
