import QtQuick
import QtQuick.Window
import Remise

/// One large state for the machine, seen from across the room; beside it what it is and how far its drives are.
Window {
    id: window

    required property BenchProgram bench
    readonly property real enlargement: Math.max(0.7, Math.min(width / 1280, height / 800))
    readonly property string phase: bench.trouble !== "" ? "trouble" : bench.state.phase ?? "starting"
    readonly property string needs: bench.state.needs ?? ""
    readonly property string tone: ({
            "waiting": "wait", "hands": "wait", "kept": "wait", "done": "go", "failed": "stop", "stopped": "stop",
            "trouble": "stop"
        })[phase] ?? "info"
    readonly property var drives: bench.state.drives ?? []

    width: Screen.width
    height: Screen.height
    visible: true
    visibility: Window.FullScreen
    color: Tokens.paper
    title: "Remise"

    Item {
        width: window.width / window.enlargement
        height: window.height / window.enlargement
        scale: window.enlargement
        transformOrigin: Item.TopLeft

        Rectangle {
            id: left

            width: parent.width * 0.42
            height: parent.height
            color: States.colourOf(window.tone)

            Column {
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: 48 }
                spacing: 32

                Row {
                    spacing: 32

                    Rectangle {
                        width: 200
                        height: 200
                        radius: 100
                        color: Tokens.paper

                        StateSign {
                            anchors.centerIn: parent
                            sign: window.tone
                            side: 136
                        }
                    }

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: name !== ""
                        name: ({
                                "scan": "barcode", "hands": "hand-click", "destroy": "database-x", "network": "plug-x",
                                "power": "battery-charging", "take": "box"
                            })[window.needs] ?? ""
                        colour: "#FFFFFF"
                        side: 150
                    }
                }

                Text {
                    width: parent.width
                    text: window.bench.word("bench.phase." + window.phase)
                    color: "#FFFFFF"
                    font { pixelSize: 60; bold: true }
                    wrapMode: Text.WordWrap
                }

                Text {
                    width: parent.width
                    visible: text !== ""
                    text: window.bench.hasBadge && window.bench.unit === "" ? window.bench.word("bench.badge_read")
                          : window.needs !== "" ? window.bench.word("bench.needs." + window.needs)
                          : window.phase === "trouble" ? window.bench.trouble : ""
                    color: "#FFFFFF"
                    font.pixelSize: window.phase === "trouble" ? 28 : 40
                    wrapMode: Text.WordWrap
                }
            }
        }

        Item {
            anchors { left: left.right; right: parent.right; top: parent.top; bottom: parent.bottom; margins: 48 }

            MachineHead {
                id: head

                width: parent.width
                bench: window.bench
            }

            Image {
                id: code

                anchors { horizontalCenter: parent.horizontalCenter; top: head.bottom; topMargin: 32 }
                visible: window.bench.unit === "" && window.bench.address !== "" && window.phase === "waiting"
                source: visible ? "image://qr/" + encodeURIComponent(window.bench.address) : ""
                sourceSize { width: 300; height: 300 }
                smooth: false
            }

            HandStart {
                id: start

                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                bench: window.bench
                visible: hands.todo.length > 0
                onTouched: hands.open()
            }

            Column {
                anchors { left: parent.left; right: parent.right; bottom: start.top; top: code.visible ? code.bottom : head.bottom; topMargin: 32 }
                spacing: 24
                clip: true

                Repeater {
                    model: window.drives

                    DriveRow {
                        required property var modelData

                        width: parent.width
                        bench: window.bench
                        drive: modelData
                    }
                }
            }

            Text {
                anchors { left: parent.left; right: parent.right; bottom: start.top; bottomMargin: 16 }
                visible: text !== ""
                text: window.bench.state.message ?? ""
                color: Tokens.stop
                font.pixelSize: 28
                wrapMode: Text.WordWrap
            }
        }

        // Scanners type; so may a person.
        Item {
            id: typed

            property string letters: ""

            focus: true
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Space && letters === "" && hands.todo.length > 0) {
                    hands.open();
                    event.accepted = true;
                    return;
                }
                if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
                    if (letters !== "") window.bench.scanned(letters);
                    letters = "";
                } else if (event.text !== "") {
                    letters = (letters + event.text).slice(-200);
                }
                event.accepted = true;
            }
        }
    }
    HandTests {
        id: hands

        anchors.fill: parent
        bench: window.bench
        enlargement: window.enlargement
        onClosed: typed.forceActiveFocus()
    }
}
