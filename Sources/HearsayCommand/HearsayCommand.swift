@main
struct HearsayCommand {
  static func main() {}
}
