import QtQuick
import QtQuick.Window
import Remise

Window {
    id: window

    required property Shell shell
    required property bool simulated
    /// Null where none is wanted.
    property Camera camera: null
    /// Codes of shelves, for a scanner that cannot walk to one.
    property list<string> shelves
    /// Drawn for 1280 × 800, larger on larger screens, never smaller than what can be read and touched.
    readonly property real enlargement: Math.max(1, Math.min(width / 1280, height / 800))

    width: 1280
    height: 800
    color: Tokens.paper
    title: "Remise"

    Item {
        width: window.width / window.enlargement
        height: window.height / window.enlargement
        scale: window.enlargement
        transformOrigin: Item.TopLeft

        TopBar {
            id: top

            anchors { left: parent.left; right: parent.right; top: parent.top }
            shell: window.shell
        }

        Item {
            anchors { left: parent.left; right: parent.right; top: top.bottom; bottom: bottom.top }

            SignInScreen {
                anchors.fill: parent
                visible: window.shell.screen === "signIn"
                shell: window.shell
            }

            StationsScreen {
                anchors.fill: parent
                visible: window.shell.screen === "stations"
                shell: window.shell
            }

            PrintersScreen {
                anchors.fill: parent
                visible: window.shell.screen === "printers"
                shell: window.shell
                printers: window.shell.printers
            }

            // Most of the pieces are in the cards: made when work begins, so that the first screen is there at once.
            Loader {
                id: station

                readonly property bool shown: window.shell.screen === "work"

                function begin() {
                    if (shown && status === Loader.Null)
                        setSource("StationScreen.qml", {"shell": window.shell, "work": window.shell.work})
                }

                anchors.fill: parent
                visible: shown
                onShownChanged: begin()
                Component.onCompleted: begin()
            }

            Binding {
                target: station.item
                property: "enlargement"
                value: window.enlargement
                when: station.status === Loader.Ready
            }

            Binding {
                target: station.item
                property: "hasCamera"
                value: window.camera?.present ?? false
                when: station.status === Loader.Ready
            }
        }

        CameraCorner {
            anchors { right: parent.right; bottom: bottom.top; margins: 24 }
            shell: window.shell
            camera: window.camera
        }

        BottomBar {
            id: bottom

            anchors { left: parent.left; right: parent.right; bottom: scanner.top }
            shell: window.shell
        }

        ScannerStrip {
            id: scanner

            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: visible ? 44 : 0
            visible: window.simulated
            shell: window.shell
            shelves: window.shelves
        }
    }
}
